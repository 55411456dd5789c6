package cohort.report;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, driven by its DevTools protocol over a WebSocket of this machine. */
final class Chromium implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on ws://([^/]+)/\\S+");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final List<JsonObject> events = new ArrayList<>();
    private int sent;

    /** Where Chromium is installed. */
    static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own. */
    Chromium(Path program, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = connect(address());
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) call(domain + ".enable", Map.of());
    }

    private String address() throws IOException {
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) return matcher.group(1);
        }
        throw new IOException("Chromium ended before it listened");
    }

    private WebSocket connect(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String targets = client.send(
                        HttpRequest.newBuilder(URI.create("http://" + address + "/json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String page = JsonParser.parseString(targets).getAsJsonArray().asList().stream()
                .map(target -> target.getAsJsonObject())
                .filter(target -> target.get("type").getAsString().equals("page"))
                .map(target -> target.get("webSocketDebuggerUrl").getAsString())
                .findFirst()
                .orElseThrow();
        return client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(SECONDS))
                .buildAsync(URI.create(page), new Listener())
                .join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JsonParser.parseString(text.toString()).getAsJsonObject());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    /** Opens a file as on a screen of so many CSS pixels across and waits until all of it is loaded. */
    void open(Path file, int width) throws InterruptedException {
        events.clear();
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        while (events.stream()
                .noneMatch(event -> event.get("method").getAsString().equals("Page.loadEventFired")))
            events.add(next());
    }

    /** Opens a file as {@link #open} does, after a script of ours. */
    void openAfter(String script, Path file, int width) throws InterruptedException {
        JsonObject added = call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        open(file, width);
        call(
                "Page.removeScriptToEvaluateOnNewDocument",
                Map.of("identifier", added.get("identifier").getAsString()));
    }

    /** Opens a file as {@link #open} does, where no script of it runs. */
    void openWithoutScripts(Path file, int width) throws InterruptedException {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        open(file, width);
        call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    /** Shows the page as on a screen or on paper, in light or dark. */
    void media(String type, String scheme) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", type, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Presses and releases the mouse at a point of the window. */
    void click(double x, double y) throws InterruptedException {
        for (String type : List.of("mousePressed", "mouseReleased"))
            call("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }

    /** Turns the wheel over a point of the window. */
    void wheel(double x, double y, int by) throws InterruptedException {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", by));
    }

    /** Taps with a finger. */
    void tap(double x, double y) throws InterruptedException {
        call("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(Map.of("x", x, "y", y))));
        call("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    /** Presses a key and lets it go. */
    void key(String key) throws InterruptedException {
        for (String type : List.of("rawKeyDown", "keyUp"))
            call("Input.dispatchKeyEvent", Map.of("type", type, "key", key));
    }

    /** Waits until an expression is true. */
    void await(String expression) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluate("Boolean(" + expression + ")").equals("true")) {
            if (System.nanoTime() > end) throw new AssertionError("never true: " + expression);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The value of a JavaScript expression. */
    String evaluate(String expression) throws InterruptedException {
        JsonObject answer = call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
        return answer.getAsJsonObject("result").get("value").getAsString();
    }

    /** What the page complained of or asked the network for. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                                .contains(event.get("method").getAsString())
                        || isRequest(event))
                .map(JsonObject::toString)
                .toList();
    }

    private static boolean isRequest(JsonObject event) {
        if (!event.get("method").getAsString().equals("Network.requestWillBeSent")) return false;
        String url = event.getAsJsonObject("params")
                .getAsJsonObject("request")
                .get("url")
                .getAsString();
        return !url.startsWith("file:") && !url.startsWith("data:");
    }

    private JsonObject call(String method, Map<String, Object> parameters) throws InterruptedException {
        JsonObject message = new JsonObject();
        message.addProperty("id", ++sent);
        message.addProperty("method", method);
        message.add("params", new Gson().toJsonTree(parameters));
        socket.sendText(message.toString(), true).join();
        while (true) {
            JsonObject received = next();
            if (!received.has("id")) events.add(received);
            else if (received.has("error")) throw new AssertionError(method + ": " + received);
            else if (received.get("id").getAsInt() == sent) return received.getAsJsonObject("result");
        }
    }

    private JsonObject next() throws InterruptedException {
        JsonObject message = messages.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) throw new AssertionError("Chromium says nothing");
        return message;
    }

    /** Asks it to end, so that it clears up behind itself, and waits until it has. */
    @Override
    public void close() {
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true).join();
        process.onExit()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> process.destroyForcibly())
                .join();
    }
}

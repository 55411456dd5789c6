package cohort.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on this machine that serves bytes as it should, except where it is told to do otherwise. */
public final class MisbehavingServer implements AutoCloseable {

    /** How one request is answered. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    /** As RFC 9110 has it, parts included. */
    static final Manner PROPER = (exchange, file) -> {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= file.length && from > 0) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0)
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
        exchange.getResponseBody().write(file, from, file.length - from);
    };

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Queue<Manner>> manners = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    public MisbehavingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError("no server on this machine", e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of a path, which begins with a slash; of the server itself if it is empty. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void put(String path, byte[] file) {
        files.put(path, file);
    }

    /** How the next requests for a path are answered, one after the other; those after them properly. */
    void next(String path, Manner... next) {
        manners.put(path, new ArrayDeque<>(List.of(next)));
    }

    /** Each request so far as its path and, if it asked for one, its range. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath(),
                range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? path : path + " " + range);
        try {
            Manner manner = manner(path);
            if (manner == PROPER && !files.containsKey(path)) manner = status(404);
            manner.answer(exchange, files.getOrDefault(path, new byte[0]));
        } finally {
            exchange.close();
        }
    }

    private Manner manner(String path) {
        Queue<Manner> queue = manners.getOrDefault(path, new ArrayDeque<>());
        synchronized (queue) {
            return queue.isEmpty() ? PROPER : queue.remove();
        }
    }

    /** Answers with a status and no file. */
    public static Manner status(int status, String... headers) {
        return (exchange, file) -> {
            for (int h = 0; h < headers.length; h += 2)
                exchange.getResponseHeaders().set(headers[h], headers[h + 1]);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Sends other bytes as if they were the file. */
    public static Manner sending(byte[] bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Announces the whole file and closes the connection after some bytes, ranges ignored. */
    public static Manner cutAfter(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(Arrays.copyOf(file, bytes));
            exchange.getResponseBody().flush();
        };
    }

    /** Sends some bytes and then nothing, without closing the connection, until the server is closed. */
    Manner stallAfter(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(Arrays.copyOf(file, bytes));
            exchange.getResponseBody().flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package cohort.data.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt to bring the part of a file to its full size. What is there already is not asked for again, if the server
 * can continue in the middle (RFC 9110).
 */
final class Transfer {
    private static final int OK = 200, PARTIAL = 206, BEYOND_END = 416;
    private static final long POLL_MS = 20;

    /** Bytes a second; what is slower will not be there today. */
    private static final long DRIP = 1000;

    /** A server that asks for more patience than this is taken to be closed. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern RANGE = Pattern.compile("bytes\\s+(\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    private final PartFile part;
    private final Downloader limits;
    private final long most, end, had;

    private volatile long heard = System.nanoTime();
    private volatile long bytes, size;
    private boolean over;

    /**
     * @param most bytes that the file may have
     * @param end when it must be there, by {@link System#nanoTime}
     */
    Transfer(PartFile part, Downloader limits, long most, long end) throws IOException {
        this.part = part;
        this.limits = limits;
        this.most = most;
        this.end = end;
        this.had = part.size();
        this.bytes = had;
    }

    /** Bytes there are. */
    long bytes() {
        return bytes;
    }

    /** Bytes that the whole file has, 0 as long as that is not known. */
    long size() {
        return size;
    }

    /**
     * Receives the missing bytes.
     *
     * @param tick is run again and again, and may end it by what it throws
     * @throws Failure if the server or the connection failed
     * @throws IOException if the part cannot be written
     */
    void run(URI from, Runnable tick) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(from);
        if (had > 0) request.setHeader("Range", "bytes=" + had + "-");
        CompletableFuture<HttpResponse<Void>> answer = limits.client().sendAsync(request.build(), this::body);
        try {
            judge(await(answer, tick));
            size = bytes;
            tick.run();
        } catch (ExecutionException e) {
            requireSize();
            throw reason(e.getCause());
        } finally {
            answer.cancel(true);
            stop();
        }
    }

    /** Waits for the end, and gives up what is too large, too late, silent or too slow. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, Runnable tick)
            throws IOException, InterruptedException, ExecutionException {
        long silence = limits.silence().toNanos(), windowStart = System.nanoTime(), windowBytes = had;
        while (true) {
            tick.run();
            try {
                return answer.get(POLL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) { // not yet complete
                long now = System.nanoTime();
                requireSize();
                if (now - heard > silence)
                    throw Failure.passing(
                            "the server did not respond for " + limits.silence().toSeconds() + " s", e);
                if (now > end)
                    throw Failure.lasting(
                            "it was not there after " + limits.time().toSeconds() + " s");
                if (now - windowStart < silence) continue;
                if (bytes - windowBytes < DRIP * limits.silence().toMillis() / 1000)
                    throw Failure.passing(
                            "the server sent less than " + DRIP + " bytes a second for "
                                    + limits.silence().toSeconds() + " s",
                            e);
                windowStart = now;
                windowBytes = bytes;
            }
        }
    }

    /** Where the body goes, told by the head of the answer. */
    private BodySubscriber<Void> body(ResponseInfo head) {
        heard = System.nanoTime();
        if (head.statusCode() == OK) write(part::clear);
        else if (!goesOn(head.statusCode(), head.headers())) return BodySubscribers.discarding();
        head.headers()
                .firstValue("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .ifPresent(length -> size = bytes + Long.parseLong(length));
        return BodySubscribers.ofByteArrayConsumer(
                piece -> piece.ifPresent(received -> write(() -> part.append(ByteBuffer.wrap(received)))));
    }

    /** Something that is done to the part. */
    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }

    /** By what it throws it ends a request that is over or cannot be written. */
    private synchronized void write(Change change) {
        if (over) throw new IllegalStateException("the transfer is over");
        try {
            change.run();
            bytes = part.size();
            heard = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When this returns, nothing is being written and nothing will be. */
    private synchronized void stop() {
        over = true;
    }

    private void requireSize() throws IOException {
        long found = Math.max(size, bytes);
        if (found <= most) return;
        stop();
        part.clear();
        throw Failure.lasting("found " + found + " bytes or more, expected at most " + most);
    }

    private boolean goesOn(int status, HttpHeaders headers) {
        return status == PARTIAL
                && range(headers).map(m -> Long.parseLong(m.group(1)) == had).orElse(false);
    }

    private static Optional<Matcher> range(HttpHeaders headers) {
        return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
    }

    private void judge(HttpResponse<Void> answer) throws IOException {
        int status = answer.statusCode();
        if (status == PARTIAL && !goesOn(status, answer.headers()) || status == BEYOND_END) {
            part.clear();
            throw Failure.passing("the server does not continue at byte " + had + " where the last attempt ended");
        }
        if (status != OK && status != PARTIAL) throw refusal(status, answer.headers());
        requireSize();
        long expected = range(answer.headers())
                .map(m -> m.group(2))
                .filter(total -> !total.equals("*"))
                .map(Long::parseLong)
                .orElse(size);
        if (expected > 0 && bytes != expected) throw Failure.passing("found " + bytes + " bytes, expected " + expected);
    }

    private static Failure refusal(int status, HttpHeaders headers) {
        String words = status / 100 == 3
                ? " (it redirects endlessly or to an invalid address)"
                : switch (status) {
                    case 401, 403 -> " (access denied)";
                    case 404, 410 -> " (no such file)";
                    case 407 -> " (the proxy wants a password)";
                    case 429 -> " (too many requests)";
                    default -> status >= 500 ? " (the server failed)" : "";
                };
        String reason = "the server answered " + status + words;
        Duration wait = status == 429 || status == 503 ? retryAfter(headers) : Duration.ZERO;
        boolean passing = status == 408 || status == 429 || status >= 500;
        return passing && wait.compareTo(PATIENCE) <= 0 ? Failure.passing(reason, wait) : Failure.lasting(reason);
    }

    /** Seconds or a date. */
    private static Duration retryAfter(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("0").strip();
        if (text.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(text));
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(ZonedDateTime.now(date.getZone()), date);
        } catch (DateTimeParseException e) { // a server that says nothing useful is asked again as usual
            return Duration.ZERO;
        }
    }

    /** Of a connection that broke; the JDK leaves the message of some failures empty. */
    private static IOException reason(Throwable broken) {
        String message = "";
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException disk) return disk.getCause();
            if (message.isEmpty() && cause.getMessage() != null) message = cause.getMessage();
        }
        if (message.isEmpty())
            message = broken.getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                    .replace(" Exception", "");
        return Failure.passing("the connection failed (" + message + ")", broken);
    }

    /** Why an attempt failed, when it was not the disk. The message is the end of a sentence, without a full stop. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean lasting;
        private final Duration leastWait;

        private Failure(String reason, boolean lasting, Duration leastWait, Throwable cause) {
            super(reason, cause);
            this.lasting = lasting;
            this.leastWait = leastWait;
        }

        static Failure lasting(String reason) {
            return new Failure(reason, true, Duration.ZERO, null);
        }

        static Failure passing(String reason) {
            return passing(reason, Duration.ZERO);
        }

        static Failure passing(String reason, Duration leastWait) {
            return new Failure(reason, false, leastWait, null);
        }

        static Failure passing(String reason, Throwable cause) {
            return new Failure(reason, false, Duration.ZERO, cause);
        }

        /** Whether another attempt would fail in the same way. */
        boolean isLasting() {
            return lasting;
        }

        /** What the server asks for before another attempt. */
        Duration leastWait() {
            return leastWait;
        }
    }
}

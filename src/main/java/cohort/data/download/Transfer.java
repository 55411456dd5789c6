package cohort.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * One attempt to bring the part of a file to its full size. What is there already is not asked for again, if the server
 * can go on in the middle.
 */
final class Transfer {
    private static final long POLL_MS = 20;

    /** Bytes a second; what is slower will not be there today. */
    private static final long DRIP = 1000;

    private final PartFile part;
    private final long most, end;
    private final long had;
    private final PartBody body;

    private long windowStart = System.nanoTime(), windowSize;
    private volatile long heard = System.nanoTime();
    private volatile long whole;

    /**
     * @param most bytes that the file may have
     * @param end when it must be there, by {@link System#nanoTime}
     */
    Transfer(PartFile part, long most, long end) throws IOException {
        this.part = part;
        this.most = most;
        this.end = end;
        this.had = part.size();
        this.windowSize = had;
        this.body = new PartBody(part, () -> heard = System.nanoTime());
    }

    /** Bytes that the whole file will have, 0 as long as that is not known. */
    long whole() {
        return whole;
    }

    /**
     * Receives the missing bytes.
     *
     * @param calledOff asked again and again; once true the transfer ends
     * @param tick told the bytes there are, again and again
     * @return whether all bytes are there; false if it was called off
     * @throws DownloadFailure if the server or the connection failed
     * @throws IOException if the part cannot be written
     */
    boolean run(Web web, URI from, BooleanSupplier calledOff, LongConsumer tick)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(from);
        if (had > 0) request.setHeader("Range", "bytes=" + had + "-");
        CompletableFuture<HttpResponse<Void>> answer = web.client().sendAsync(request.build(), this::receive);
        try {
            while (!calledOff.getAsBoolean()) {
                try {
                    HttpResponse<Void> response = answer.get(POLL_MS, TimeUnit.MILLISECONDS);
                    judge(Answer.of(response));
                    return true;
                } catch (TimeoutException e) { // not yet complete
                    tick.accept(part.size());
                    if (System.nanoTime() - heard > web.silence().toNanos())
                        throw DownloadFailure.passing(
                                "the server said nothing for " + web.silence().toSeconds() + " s", e);
                    watch(web);
                }
            }
            return false;
        } catch (ExecutionException e) {
            requireSize();
            throw failure(e.getCause());
        } finally {
            answer.cancel(true);
            body.stop();
        }
    }

    /** Gives up what is too large, too late or too slow. */
    private void watch(Web web) throws IOException {
        requireSize();
        long now = System.nanoTime();
        if (now > end)
            throw DownloadFailure.lasting("it was not there after " + web.time().toSeconds() + " s");
        if (now - windowStart < web.silence().toNanos()) return;
        if (part.size() - windowSize < DRIP * web.silence().toMillis() / 1000)
            throw DownloadFailure.passing("the server sent less than " + DRIP + " bytes a second for "
                    + web.silence().toSeconds() + " s");
        windowStart = now;
        windowSize = part.size();
    }

    private void requireSize() throws IOException {
        long size = Math.max(whole, part.size());
        if (size <= most) return;
        body.stop();
        part.clear();
        throw DownloadFailure.lasting("found " + size + " bytes or more, expected at most " + most);
    }

    /** Where the body goes, told by the head of the answer. */
    private BodySubscriber<Void> receive(ResponseInfo head) {
        heard = System.nanoTime();
        Answer answer = new Answer(head.statusCode(), head.headers());
        try {
            if (answer.isWhole()) part.clear();
            else if (!answer.continuesAt(had)) return BodySubscribers.discarding();
            OptionalLong length = answer.length();
            if (length.isPresent()) whole = length.getAsLong() + part.size();
            return body;
        } catch (IOException e) {
            body.onError(new UnwritablePart(e));
            return body;
        }
    }

    private void judge(Answer answer) throws IOException {
        if (answer.isPartial() && !answer.continuesAt(had) || answer.isBeyondEnd()) {
            part.clear();
            throw DownloadFailure.passing("the server does not go on at byte " + had + " where the last attempt ended");
        }
        answer.refuseIfFailed();
        requireSize();
        long expected = answer.total().orElse(whole);
        if (expected > 0 && part.size() != expected)
            throw DownloadFailure.passing("found " + part.size() + " bytes, expected " + expected);
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof UnwritablePart e) return e;
        return DownloadFailure.passing("the connection failed (" + reason(cause) + ")", cause);
    }

    /** The JDK leaves the message of some failures empty. */
    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause.getMessage() != null) return cause.getMessage();
        return e.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace(" Exception", "");
    }
}

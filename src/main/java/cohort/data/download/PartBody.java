package cohort.data.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes the body of an answer to the part of a file as it arrives, until it is stopped. */
final class PartBody implements BodySubscriber<Void> {
    private final PartFile part;
    private final Runnable heard;
    private final CompletableFuture<Void> written = new CompletableFuture<>();

    private Subscription subscription;
    private boolean stopped;

    /** @param heard is run after each piece */
    PartBody(PartFile part, Runnable heard) {
        this.part = part;
        this.heard = heard;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return written;
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (stopped) subscription.cancel();
        else subscription.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> pieces) {
        if (stopped) return;
        try {
            for (ByteBuffer piece : pieces) part.append(piece);
            heard.run();
            subscription.request(1);
        } catch (IOException e) {
            stopped = true;
            subscription.cancel();
            written.completeExceptionally(new UnwritablePart(e));
        }
    }

    @Override
    public void onError(Throwable e) {
        written.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
        written.complete(null);
    }

    /** When this returns, nothing is being written and nothing will be. */
    synchronized void stop() {
        stopped = true;
        if (subscription != null) subscription.cancel();
    }
}

package cohort.imagej.map.picture;

import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Draws beside the thread of events. Of several drawings that are asked for meanwhile, the last one is made. */
public final class Artist {
    private final AtomicReference<Object> wanted = new AtomicReference<>();
    private final ExecutorService one;

    public Artist() {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread drawing = new Thread(work, "Cohort picture");
                    drawing.setDaemon(true);
                    return drawing;
                });
        thread.allowCoreThreadTimeOut(true);
        one = thread;
    }

    /**
     * Makes a drawing; may be called by any thread.
     *
     * @param shown is given it on the thread of events, unless another one is wanted by then
     */
    public <T> void draw(Supplier<T> drawing, Consumer<T> shown) {
        wanted.set(drawing);
        one.execute(() -> {
            if (wanted.get() != drawing) return;
            T made = drawing.get();
            EventQueue.invokeLater(() -> {
                if (wanted.get() == drawing) shown.accept(made);
            });
        });
    }

    /** Shows nothing of what was asked for. */
    public void forget() {
        wanted.set(null);
    }
}

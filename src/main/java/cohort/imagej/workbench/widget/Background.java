package cohort.imagej.workbench.widget;

import cohort.InputException;
import java.awt.EventQueue;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Work beside the thread of events. */
public final class Background {
    private Background() {}

    /**
     * Starts it.
     *
     * @param name of the thread
     * @param ended is told on the thread of events what came out, or else the sentence that says why nothing did
     */
    public static <T> void run(String name, Supplier<T> work, BiConsumer<Optional<T>, String> ended) {
        Thread thread = new Thread(
                () -> {
                    Optional<T> result = Optional.empty();
                    String failure = "";
                    try {
                        result = Optional.of(work.get());
                    } catch (InputException | CancellationException e) {
                        failure = e.getMessage();
                    } catch (RuntimeException | Error e) {
                        failure = "Cohort failed: " + e;
                    }
                    Optional<T> made = result;
                    String why = failure;
                    EventQueue.invokeLater(() -> ended.accept(made, why));
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}

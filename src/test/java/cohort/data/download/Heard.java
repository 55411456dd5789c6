package cohort.data.download;

import cohort.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Remembers what it is told, and cancels when it is told to. */
public final class Heard implements Progress {
    public final List<String> sentences = new CopyOnWriteArrayList<>();
    public final List<long[]> updates = new ArrayList<>();
    private final BooleanSupplier canceled;

    public Heard(BooleanSupplier canceled) {
        this.canceled = canceled;
    }

    public Heard() {
        this(() -> false);
    }

    @Override
    public synchronized void update(String step, long done, long total) {
        updates.add(new long[] {done, total});
    }

    @Override
    public void say(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public boolean isCanceled() {
        return canceled.getAsBoolean();
    }
}

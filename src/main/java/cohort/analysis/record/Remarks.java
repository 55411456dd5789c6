package cohort.analysis.record;

import cohort.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is said to the user, for the record and the report. */
public final class Remarks implements Progress {
    private final Progress progress;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** @param progress hears everything as it is said */
    public Remarks(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void update(String step, long done, long total) {
        progress.update(step, done, total);
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
        progress.say(sentence);
    }

    @Override
    public boolean isCanceled() {
        return progress.isCanceled();
    }

    @Override
    public void checkCanceled() {
        progress.checkCanceled();
    }

    /** Who hears of it, without anything being kept. */
    public Progress listener() {
        return progress;
    }

    /** What was said, in order. */
    public List<String> said() {
        return List.copyOf(said);
    }
}

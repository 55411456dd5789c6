package cohort.analysis.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures how long each step of a run takes. */
public final class StepTimes {
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /** None so far. */
    public StepTimes() {}

    /** Those so far. */
    public StepTimes(Map<String, Double> seconds) {
        this.seconds.putAll(seconds);
    }

    /** Runs a step and adds its time to that of the steps of the same name. */
    public <T> T time(String step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(step, (System.nanoTime() - start) / 1e9, Double::sum);
        return result;
    }

    /** Seconds by step, in the order of their first run. */
    public Map<String, Double> seconds() {
        return new LinkedHashMap<>(seconds);
    }
}

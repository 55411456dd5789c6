package cohort.design.formula;

import cohort.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps regressors' names fit for ImageJ macros, contrasts and messages. */
public final class RegressorNames {
    public static final String INTERCEPT = "intercept";

    private RegressorNames() {}

    /**
     * A name with {@code _} for each run of blanks and of characters that mean something else in a macro's options or in
     * a contrast: brackets, quotes, {@code =} and {@code ;}.
     */
    public static String safe(String name) {
        return name.strip().replaceAll("[\\s\\[\\]{}\"'`=;\\p{Cntrl}]+", "_");
    }

    /** @throws InputException if two regressors have one name */
    public static void checkDistinct(String source, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names)
            if (!seen.add(name))
                throw new InputException("Two regressors of " + source + " would be named " + name
                        + ", expected distinct names; rename a column or level.");
    }
}

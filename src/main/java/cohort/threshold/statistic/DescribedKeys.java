package cohort.threshold.statistic;

import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Words such as {@code tail=both} in a description, which anyone may have written or cut.
 *
 * @param description of a header
 */
public record DescribedKeys(String description) {

    public Optional<String> text(String key) {
        return Arrays.stream(description.split(" "))
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1))
                .findFirst();
    }

    public OptionalDouble number(String key) {
        try {
            return text(key).stream().mapToDouble(Double::parseDouble).findFirst();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public Optional<Tail> tail() {
        return text("tail").flatMap(text -> Arrays.stream(Tail.values())
                .filter(tail -> tail.toString().equals(text))
                .findFirst());
    }
}

package cohort.command.input;

import java.lang.reflect.Field;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;

/**
 * Keys that a command had once and still takes. Each is a text parameter that no dialog shows, with the attribute {@link #NOW} that
 * names the key in whose place it stands.
 */
public final class FormerKeys {
    /** The attribute's name. */
    public static final String NOW = "now";

    private FormerKeys() {}

    /** The key in whose place a parameter stands, if it is a former one. */
    static Optional<String> now(Field parameter) {
        for (Attr attribute : parameter.getAnnotation(Parameter.class).attrs())
            if (attribute.name().equals(NOW)) return Optional.of(attribute.value());
        return Optional.empty();
    }

    /** Gives what a command got by former keys to those in whose place they stand. */
    public static void settle(Command command) {
        for (Field field : ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class))
            now(field).ifPresent(key -> {
                String value = (String) ClassUtils.getValue(field, command);
                if (!value.isEmpty()) ClassUtils.setValue(field(command, key), command, value);
                ClassUtils.setValue(field, command, "");
            });
    }

    private static Field field(Command command, String key) {
        return ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class).stream()
                .filter(field -> field.getName().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package cohort.ops;

import cohort.image.format.Volumes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code ops.yaml} lists, which is all that SciJava Ops knows of the ops. */
final class OpsIndex {
    private static final Pattern NAMES = Pattern.compile("(?m)^    names: \\[(.*)]$");
    private static final Pattern SOURCE = Pattern.compile("(?m)^    source: javaMethod:/(\\S+)$");

    private OpsIndex() {}

    /**
     * One entry of the index.
     *
     * @param name the op's name
     * @param method its method as {@code package.Class.method(type,type)}
     * @param text the whole entry
     */
    record Op(String name, String method, String text) {
        private static Op of(String text) {
            return new Op(first(NAMES, text), URLDecoder.decode(first(SOURCE, text), StandardCharsets.UTF_8), text);
        }

        private static String first(Pattern pattern, String text) {
            return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
        }

        Class<?> owner() {
            String qualified = method.substring(0, method.indexOf('('));
            try {
                return Class.forName(qualified.substring(0, qualified.lastIndexOf('.')));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        Method find() {
            return Arrays.stream(owner().getMethods())
                    .filter(m -> method.equals(signature(m)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + method));
        }

        /** The entries of the arguments, and at last that of the result. */
        List<String> parameters() {
            String[] parts = text.split("(?m)^    - parameter type: ");
            return List.of(parts).subList(1, parts.length);
        }

        /** For each argument whether it may be left out. */
        List<Boolean> optional() {
            return parameters().stream()
                    .filter(parameter -> !parameter.startsWith("OUTPUT"))
                    .map(parameter -> parameter.contains("nullable: true"))
                    .toList();
        }

        @Override
        public String toString() {
            return name + " = " + method;
        }
    }

    private static String signature(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    static List<Op> read() {
        try {
            Path classes = Path.of(Volumes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Arrays.stream(Files.readString(classes.resolve("ops.yaml")).split("(?m)^- op:\n"))
                    .filter(entry -> !entry.isBlank())
                    .map(Op::of)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}

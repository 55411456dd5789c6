package cohort.analysis.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.imglib2.Interval;
import org.ejml.EjmlVersion;

/** The versions of what is at work. */
public final class Software {

    private Software() {}

    /** Name and version of Cohort, Java and the libraries that compute; a library without a manifest is unknown. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Cohort", version());
        versions.put("Java", System.getProperty("java.version"));
        versions.put("ImgLib2", version(Interval.class));
        versions.put("EJML", ejml());
        return versions;
    }

    /** The version of Cohort. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties is missing from the jar", e);
        }
        return properties.getProperty("version");
    }

    /** Its manifest says nothing; read at run time, since the compiler copies constants of the version it meets. */
    private static String ejml() {
        try {
            return (String) EjmlVersion.class.getField("VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            return "unknown";
        }
    }

    private static String version(Class<?> library) {
        return Optional.ofNullable(library.getPackage().getImplementationVersion())
                .orElse("unknown");
    }
}

package cohort.imagej.macro;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javassist.NotFoundException;
import net.imagej.patcher.LegacyInjector;

/**
 * ImageJ 1 with the patches that let its commands run without a display. Patching takes seconds, so the patched classes
 * are kept in a jar beside this project's classes; the build makes it.
 */
public final class PatchedImageJ {
    private static final String PREFIX = "headless-";

    private PatchedImageJ() {}

    /** Makes the jar of patched classes if it is not there. */
    public static void main(String[] args) throws IOException {
        jar();
    }

    /**
     * A loader for all that is on the class path, with the patched classes in place of ImageJ's: Java's own if their jar
     * comes first on the class path, whose classes Java may then take from an archive.
     *
     * @throws IOException if the jar can be neither found nor made
     */
    static ClassLoader loader() throws IOException {
        List<Path> given = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        if (given.get(0).getFileName().toString().startsWith(PREFIX)) return PatchedImageJ.class.getClassLoader();
        List<Path> path = Stream.concat(Stream.of(jar()), given.stream()).toList();
        URL[] urls = new URL[path.size()];
        for (int i = 0; i < urls.length; i++) urls[i] = url(path.get(i));
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path entry) throws MalformedURLException {
        return entry.toUri().toURL();
    }

    private static Path jar() throws IOException {
        Path folder = home(PatchedImageJ.class).getParent();
        Path jar = folder.resolve(PREFIX + jarWith("ij/IJ.class") + "-by-"
                + jarWith(LegacyInjector.class.getName().replace('.', '/') + ".class") + ".jar");
        if (!Files.exists(jar)) write(jar);
        return jar;
    }

    private static void write(Path jar) throws IOException {
        if (!Object.class.getModule().isOpen("java.lang", PatchedImageJ.class.getModule()))
            throw new IOException("java runs without the option --add-opens=java.base/java.lang=ALL-UNNAMED");
        Path part = Files.createTempFile(jar.getParent(), "headless", ".part");
        try {
            LegacyInjector.writeJar(part.toFile(), true, false);
            Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (ClassNotFoundException | NotFoundException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Name, with the version, of the jar on the class path that holds a class. No class is loaded. */
    private static String jarWith(String resource) throws IOException {
        URL url = PatchedImageJ.class.getClassLoader().getResource(resource);
        if (url == null || !url.getProtocol().equals("jar"))
            throw new IOException("no jar on the class path has " + resource);
        String jar = url.getPath().substring(0, url.getPath().indexOf(".jar!"));
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    /** The jar or the folder that a class comes from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

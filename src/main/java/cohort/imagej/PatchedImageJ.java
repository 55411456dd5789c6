package cohort.imagej;

import java.io.File;
import java.net.URISyntaxException;
import net.imagej.patcher.LegacyEnvironment;

/** Loads ImageJ 1 so that its commands run without a display, with this project's menu entries among them. */
final class PatchedImageJ {
    private PatchedImageJ() {}

    /**
     * Patches ImageJ's classes as they are loaded; of no effect when done before. Plugins in the user's home are left
     * out, so that a run depends on what it is given.
     *
     * @throws IllegalStateException if an ImageJ class is already loaded or the JVM keeps {@code java.lang} closed
     */
    static void load() {
        ClassLoader loader = PatchedImageJ.class.getClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            LegacyEnvironment imagej = new LegacyEnvironment(loader, true);
            imagej.disableInitializer();
            imagej.noPluginClassLoader();
            imagej.suppressIJ1ScriptDiscovery();
            imagej.disableIJ1PluginDirs();
            imagej.addPluginClasspath(menuEntries());
            imagej.applyPatches();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("ImageJ is not on the class path", e);
        }
    }

    /** The jar, or the folder of classes, that holds this project's plugins.config. */
    private static File menuEntries() {
        try {
            return new File(PatchedImageJ.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.imagej.dialog.CommandDialogs;
import cohort.imagej.viewer.ImageJViewer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Fiji starts SciJava's services one after the other; the one that patches ImageJ comes late. Classes of ImageJ that are
 * loaded before it stay unpatched, and its own search bar, closing and lists of images with them.
 */
class ServicesTest {

    /** Loads this project's classes, SciJava's and ImageJ's anew, and notes ImageJ's. */
    private static final class Noting extends ClassLoader {
        private final Set<String> imageJ = new TreeSet<>();

        Noting() {
            super(ServicesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.matches("(cohort|org\\.scijava|ij)\\..*")) return super.loadClass(name, resolve);
                if (name.startsWith("ij.")) imageJ.add(name);
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) throw new ClassNotFoundException(name);
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void startWithoutLoadingImageJ() throws ReflectiveOperationException {
        Noting loader = new Noting();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> context = loader.loadClass("org.scijava.Context");
            Object services = Array.newInstance(Class.class, 1);
            Array.set(services, 0, loader.loadClass("org.scijava.service.SciJavaService"));
            Object started = context.getConstructor(Class[].class).newInstance(services);
            for (Class<?> service : new Class<?>[] {ImageJViewer.class, CommandDialogs.class})
                context.getMethod("service", String.class)
                        .invoke(started, service.getName()); // throws if it is not there
            context.getMethod("dispose").invoke(started);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertEquals(Set.of(), loader.imageJ);
    }
}

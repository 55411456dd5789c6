package cohort.permute.tile;

import java.lang.reflect.InvocationTargetException;

/** The JVM's module of vector instructions, which is there only if it was asked for at the start. */
final class VectorModule {
    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorModule() {}

    static boolean isThere() {
        return IS_THERE;
    }

    /** By name: the class is compiled apart, and without the module it cannot even be loaded. */
    static InnerProducts create() {
        try {
            return (InnerProducts) Class.forName("cohort.permute.tile.VectorProducts")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException broken) {
            throw new IllegalStateException("The class of vector instructions is missing from the jar.", broken);
        }
    }
}

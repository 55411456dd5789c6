package cohort.imagej;

import cohort.imagej.dialog.CohortMenu;
import cohort.imagej.macro.MacroRun;
import ij.Menus;
import net.imagej.patcher.LegacyInjector;

/**
 * ImageJ without a display. Tests that touch ImageJ call {@link #start} before anything else, in a static block, and have
 * no ImageJ type in a method's signature or a lambda's: the search for tests would load it before it is patched.
 */
public final class Headless {
    private Headless() {}

    public static void start() {
        LegacyInjector.preinit(Headless.class.getClassLoader());
        Started.menus();
    }

    /** A class of its own, for its ImageJ classes must not be loaded before they are patched. */
    private static final class Started {
        private static void menus() {
            MacroRun.run("run(\"Appearance...\", \" \");", "");
            Menus.add(
                    "Plugins>Cohort Test>Echo...",
                    CohortMenu.class.getName() + "(\"" + EchoCommand.class.getName() + "\")");
            Menus.add("Plugins>Cohort Test>Fiji Echo...", FijiLike.class.getName());
        }
    }
}

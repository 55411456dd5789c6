package cohort.imagej.macro;

import java.io.File;
import java.util.List;
import net.imagej.patcher.EssentialLegacyHooks;

/**
 * Has the patched ImageJ find this project's menu entries where its classes are, and nothing else: no plugins from the
 * user's home and no Fiji, so that a run depends on what it is given.
 */
final class MenuHooks extends EssentialLegacyHooks {

    @Override
    public List<File> handleExtraPluginJars() {
        return List.of(PatchedImageJ.home(MenuHooks.class).toFile());
    }

    @Override
    public void initialized() {}
}

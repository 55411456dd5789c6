package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.command.CohortCommand;
import cohort.command.GroupReportCommand;
import cohort.command.SecondLevelModelCommand;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;

/** What a command shows, and that it shows nothing if told so, while its files and outputs stay the same. */
@Tag("slow")
class ShowTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private final Map<String, CommandInfo> commands = new HashMap<>();

    @Test
    void nothingOpensWithShowFalse() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        Map<String, Map<String, String>> needed = NeededInputs.in(folder);
        try (Context context = new Context()) {
            CommandService service = context.service(CommandService.class);
            for (CommandInfo command : service.getCommands())
                if (command.getDelegateClassName().startsWith("cohort.command."))
                    commands.put(command.getMenuPath().getLeaf().getName(), command);
            Set<String> shown = new TreeSet<>();
            Started.closeAll();
            for (String item : needed.keySet()) {
                if (!hasShow(item) || item.equals("Group Report...")) {
                    run(service, item, needed.get(item));
                    assertEquals(0, windows(), item);
                    continue;
                }
                run(service, item, needed.get(item));
                assertTrue(windows() > 0, item);
                shown.add(item);
                Started.closeAll();
                Map<String, String> quiet = new HashMap<>(needed.get(item));
                quiet.put("show", "false");
                Module module = run(service, item, quiet);
                assertEquals(0, windows(), item);
                if (item.equals("Cluster Table...")) assertNotNull(module.getOutput("table"));
                else
                    assertFalse(
                            module.getOutputs().isEmpty() || module.getOutputs().containsValue(null), item);
            }
            assertEquals(15, shown.size(), shown + " show something");
        }
    }

    private boolean hasShow(String item) {
        return StreamSupport.stream(commands.get(item).inputs().spliterator(), false)
                .map(ModuleItem::getName)
                .anyMatch("show"::equals);
    }

    private static Module runUnchecked(Module module) {
        assertFalse(
                module instanceof Cancelable run && run.isCanceled(), () -> ((Cancelable) module).getCancelReason());
        return module;
    }

    private Module run(CommandService service, String item, Map<String, String> inputs)
            throws ExecutionException, InterruptedException {
        Module module = service.run(commands.get(item), true, new HashMap<String, Object>(inputs))
                .get();
        assertFalse(module instanceof Cancelable run && run.isCanceled(), item);
        return module;
    }

    private static long windows() throws Exception {
        long[] count = {0};
        for (int drained = 0; drained < 2; drained++)
            EventQueue.invokeAndWait(() -> count[0] = Started.images()
                    + Arrays.stream(Window.getWindows())
                            .filter(Window::isShowing)
                            .count());
        return count[0];
    }

    /** A browser cannot be counted; the viewer that would open it is asked, or is not. */
    @Test
    void thePageOpensUnlessShowIsFalse() throws Exception {
        Map<String, Map<String, String>> needed = NeededInputs.in(folder);
        try (Context context = new Context()) {
            CommandService service = context.service(CommandService.class);
            commands.put("Second-Level Model...", service.getCommand(SecondLevelModelCommand.class));
            Map<String, String> model = new HashMap<>(needed.get("Second-Level Model..."));
            model.put("show", "false");
            run(service, "Second-Level Model...", model);
            Path page = Path.of(model.get("output"), "report.html");
            assertEquals(List.of(), pages(model.get("output"), false));
            assertTrue(Files.exists(page));
            assertEquals(List.of(page), pages(model.get("output"), true));
        }
    }

    private static List<Object> pages(String results, boolean show) {
        List<Object> pages = new ArrayList<>();
        CohortCommand command = new GroupReportCommand();
        RunningTask silent = (RunningTask) proxy(RunningTask.class, pages, null);
        set(command, "viewer", proxy(Viewer.class, pages, silent));
        set(command, "results", results);
        set(command, "show", show);
        command.run();
        return pages;
    }

    private static Object proxy(Class<?> type, List<Object> pages, Object task) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("show")) pages.add(given[0]);
            return switch (method.getName()) {
                case "progress" -> task;
                case "isCanceled" -> false;
                default -> null;
            };
        });
    }

    private static void set(CohortCommand command, String field, Object value) {
        ClassUtils.setValue(
                ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class).stream()
                        .filter(of -> of.getName().equals(field))
                        .findFirst()
                        .orElseThrow(),
                command,
                value);
    }

    /** ImageJ's classes must not be loaded before they are patched. */
    private static final class Started {
        private static int images() {
            return ij.WindowManager.getImageCount();
        }

        private static void closeAll() throws Exception {
            EventQueue.invokeAndWait(() -> {
                int[] ids = ij.WindowManager.getIDList();
                for (int id : ids == null ? new int[0] : ids) {
                    ij.ImagePlus image = ij.WindowManager.getImage(id);
                    image.changes = false;
                    image.close();
                }
                for (Window window : Window.getWindows()) window.dispose();
            });
        }
    }
}

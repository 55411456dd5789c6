package cohort.imagej.dialog;

import cohort.command.viewer.Dialogs;
import cohort.command.viewer.Viewer;
import cohort.text.MacroOptions;
import java.util.Optional;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.io.IOService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.task.TaskService;

/** Runs commands by SciJava where Fiji is not there to do it. */
final class CommandRun {
    private CommandRun() {}

    /** The services, started when the first command is run. */
    private static final class Services {
        private static final CommandService COMMANDS = start();

        private static CommandService start() {
            // SciJava looks for plugins by the thread's class loader; ImageJ keeps its plugins in a loader of its own.
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(CommandRun.class.getClassLoader());
            try {
                return new Context(
                                CommandService.class, Viewer.class, Dialogs.class, TaskService.class, IOService.class)
                        .service(CommandService.class);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    /** @throws IllegalArgumentException if there is no command of that class */
    static CommandInfo command(String className) {
        CommandInfo command = Services.COMMANDS.getCommand(className);
        if (command == null) throw new IllegalArgumentException("no SciJava command of the class " + className);
        return command;
    }

    /**
     * Runs a command to its end, on the calling thread: in batch mode each thread of ImageJ has a current image of its
     * own, and both the command and the next line of a macro are to find the other's.
     *
     * @param options what a macro line gives; nothing to ask for it in a dialog
     * @return why it failed; empty text if the user gave it up in a dialog; nothing if it came to its end
     * @throws InputException if a key is not one of the command's or a value is not of its type
     */
    static Optional<String> run(CommandInfo command, Optional<MacroOptions> options) {
        Context context = Services.COMMANDS.context();
        Module module = context.service(ModuleService.class).createModule(command);
        options.ifPresent(given -> CommandInputs.of(command).fill(module, given));
        PluginService plugins = context.service(PluginService.class);
        Optional<String> failure;
        try {
            new ModuleRunner(
                            context,
                            module,
                            plugins.createInstancesOfType(PreprocessorPlugin.class),
                            plugins.createInstancesOfType(PostprocessorPlugin.class))
                    .run();
            failure = module instanceof Cancelable run && run.isCanceled()
                    ? Optional.of(Optional.ofNullable(run.getCancelReason()).orElse(""))
                    : Optional.empty();
        } catch (RuntimeException | Error e) {
            Throwable cause = e; // SciJava may wrap it, and logs where it came from
            while (cause.getCause() != null) cause = cause.getCause();
            failure = Optional.of(command.getTitle() + " failed: " + cause);
        }
        return failure;
    }
}

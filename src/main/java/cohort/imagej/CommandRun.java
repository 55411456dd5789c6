package cohort.imagej;

import cohort.command.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.io.IOService;
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
                return new Context(CommandService.class, Viewer.class, TaskService.class, IOService.class)
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
     * Runs a command to its end.
     *
     * @return why it was cancelled or failed, or nothing if it came to its end
     */
    static Optional<String> run(CommandInfo command, Map<String, Object> inputs) {
        try {
            CommandModule module = Services.COMMANDS.run(command, true, inputs).get();
            return module.isCanceled()
                    ? Optional.of(Optional.ofNullable(module.getCancelReason()).orElse("Canceled."))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Interrupted.");
        } catch (ExecutionException e) {
            Throwable cause = e; // SciJava wraps it twice, and logs where it came from
            while (cause.getCause() != null) cause = cause.getCause();
            return Optional.of(command.getTitle() + " failed: " + cause);
        }
    }
}

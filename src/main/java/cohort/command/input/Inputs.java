package cohort.command.input;

import cohort.text.MacroOptions;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.plugin.Parameter;
import org.scijava.service.Service;
import org.scijava.util.ClassUtils;

/** What a command was given, read off its parameters. */
public final class Inputs {

    private Inputs() {}

    /** Every parameter that a user gives, by its key, in the order of the dialog. */
    public static Map<String, String> of(Command command) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class))
            if (!Service.class.isAssignableFrom(field.getType())
                    && field.getType() != Context.class
                    && field.getAnnotation(Parameter.class).type() == ItemIO.INPUT
                    && FormerKeys.now(field).isEmpty())
                values.put(field.getName(), String.valueOf(ClassUtils.getValue(field, command)));
        return values;
    }

    /** What of it the results rest on: all but whether they are shown. */
    public static Map<String, String> settings(Command command) {
        Map<String, String> values = of(command);
        values.remove("show");
        return values;
    }

    /** The label of the command's menu item. */
    public static String menuItem(Command command) {
        return new CommandInfo(command.getClass()).getMenuPath().getLeaf().getName();
    }

    /** The macro line that repeats the command. */
    public static String commandLine(Command command) {
        return new MacroOptions(of(command)).line(menuItem(command));
    }
}

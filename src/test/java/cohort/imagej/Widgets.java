package cohort.imagej;

import java.awt.Component;
import java.awt.Container;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.text.JTextComponent;

/** The parts of a window or a dialog, found by the names of their keys. */
public final class Widgets {
    private Widgets() {}

    /** All parts, at every depth. */
    public static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? all(inner) : Stream.empty()));
    }

    /** All parts of a type. */
    public static <T> Stream<T> all(Container container, Class<T> type) {
        return all(container).filter(type::isInstance).map(type::cast);
    }

    /** The part of this name and type. */
    public static <T extends Component> T named(Container container, String name, Class<T> type) {
        return all(container, type)
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    /** Gives a field a value, as typed or chosen. */
    public static void fill(Component field, String value) {
        if (field instanceof JComboBox<?> box) box.setSelectedItem(value);
        else if (field instanceof JCheckBox box) box.setSelected(Boolean.parseBoolean(value));
        else ((JTextComponent) field).setText(value);
    }

    /** Lays out a container that is on no screen. */
    public static void layout(Container container) {
        container.doLayout();
        for (Component part : container.getComponents()) if (part instanceof Container inner) layout(inner);
    }
}

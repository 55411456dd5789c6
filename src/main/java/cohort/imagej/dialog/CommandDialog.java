package cohort.imagej.dialog;

import cohort.InputException;
import cohort.imagej.message.HelpCommand;
import cohort.imagej.message.Html;
import cohort.imagej.message.Message;
import cohort.imagej.message.WordColour;
import cohort.text.MacroOptions;
import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.event.HyperlinkEvent;

/** Asks for a command's inputs in one window, the same in Fiji and in ImageJ. */
final class CommandDialog {
    private static final int HELP_WIDTH = 560, HELP_LINES = 3, EDGE = 10, HELP_HEIGHT = 520;
    private static final double SCREEN = 0.85;

    private final CommandInputs inputs;
    private final JDialog dialog;
    private final CommandPanel panel;
    private final JLabel help = new JLabel();
    /** The documentation, once it was asked for. */
    private JDialog page;

    private Optional<MacroOptions> given = Optional.empty();
    /** That of all fields shown, when the dialog was last fitted around them. */
    private int height;

    private CommandDialog(CommandInputs inputs, MacroOptions shown, Optional<String> mistake) {
        this.inputs = inputs;
        dialog = new JDialog((Window) IJ.getInstance(), title(), JDialog.ModalityType.APPLICATION_MODAL);
        panel = new CommandPanel(inputs.items(), inputs.defaults(), shown, this::help);
        dialog.setLayout(new BorderLayout());
        mistake.ifPresent(sentence -> dialog.add(mistake(sentence), BorderLayout.NORTH));
        JScrollPane scrolled = new JScrollPane(
                panel, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scrolled.setBorder(BorderFactory.createEmptyBorder());
        scrolled.getVerticalScrollBar().setUnitIncrement(20);
        dialog.add(scrolled, BorderLayout.CENTER);
        dialog.add(foot(), BorderLayout.SOUTH);
        fit();
        mistake.ifPresent(panel::mark);
        panel.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (panel.getPreferredSize().height != height) fit();
            }
        });
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param shown what the fields hold at first
     * @param mistake why what they hold did not do, if that is so
     * @return what the user gives, as a macro line would have it; nothing if the dialog is cancelled
     */
    static Optional<MacroOptions> ask(CommandInputs inputs, MacroOptions shown, Optional<String> mistake) {
        AtomicReference<Optional<MacroOptions>> answer = new AtomicReference<>(Optional.empty());
        Runnable ask = () -> {
            CommandDialog asked = new CommandDialog(inputs, shown, mistake);
            asked.dialog.setVisible(true);
            answer.set(asked.given);
        };
        try {
            if (EventQueue.isDispatchThread()) ask.run();
            else EventQueue.invokeAndWait(ask);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
        return answer.get();
    }

    private String title() {
        return inputs.menuItem().replace("...", "");
    }

    private static JLabel mistake(String sentence) {
        JLabel label = new JLabel(Html.lines(HELP_WIDTH, sentence));
        label.setName("mistake");
        label.setForeground(WordColour.ATTENTION.on(label));
        label.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        return label;
    }

    private JPanel foot() {
        help(inputs.items().stream().findFirst().map(InputField::description).orElse(""));
        help.setVerticalAlignment(JLabel.TOP);
        help.setFont(help.getFont().deriveFont(Font.PLAIN));
        help.setPreferredSize(new Dimension(
                HELP_WIDTH,
                (HELP_LINES + 1) * help.getFontMetrics(help.getFont()).getHeight()));
        help.setBorder(BorderFactory.createEmptyBorder(2, EDGE, 2, EDGE));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        JButton ok = button(buttons, "OK", () -> {
            given = Optional.of(panel.values());
            dialog.dispose();
        });
        button(buttons, "Cancel", dialog::dispose);
        button(buttons, "Defaults", () -> panel.show(inputs.defaults()));
        button(buttons, "Help", this::explain);
        dialog.getRootPane().setDefaultButton(ok);
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(help, BorderLayout.CENTER);
        foot.add(buttons, BorderLayout.SOUTH);
        return foot;
    }

    private static JButton button(JPanel buttons, String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        buttons.add(button);
        return button;
    }

    /** Large dialogs scroll; the place is the middle of ImageJ's screen. */
    private void fit() {
        dialog.pack();
        height = panel.getPreferredSize().height;
        GraphicsConfiguration screen = dialog.getGraphicsConfiguration();
        Rectangle bounds = screen.getBounds();
        Dimension size = dialog.getSize();
        int bar = new JScrollPane().getVerticalScrollBar().getPreferredSize().width;
        dialog.setSize(Math.min(size.width + bar, bounds.width), Math.min(size.height, (int) (SCREEN * bounds.height)));
        dialog.setLocation(
                bounds.x + (bounds.width - dialog.getWidth()) / 2, bounds.y + (bounds.height - dialog.getHeight()) / 2);
    }

    private void help(String description) {
        help.setText(Html.lines(HELP_WIDTH, description));
    }

    /** Opens the command's page beside the dialog, which can be filled in meanwhile. */
    private void explain() {
        if (page == null) page = page(new HelpPage(inputs));
        page.setVisible(true);
        page.toFront();
    }

    private void browse(String page) {
        try {
            HelpCommand.open(page);
        } catch (InputException e) {
            Message.show(title(), e.getMessage());
        }
    }

    private JDialog page(HelpPage help) {
        JEditorPane text = new JEditorPane("text/html", "");
        text.setName("page");
        text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        text.setFont(this.help.getFont());
        text.setText(help.html());
        text.setEditable(false);
        text.setCaretPosition(0);
        text.addHyperlinkListener(event -> {
            if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) browse(help.address());
        });
        JScrollPane scrolled = new JScrollPane(text);
        scrolled.setPreferredSize(new Dimension(HELP_WIDTH, HELP_HEIGHT));
        JDialog window = new JDialog(dialog, title() + " Help", JDialog.ModalityType.MODELESS);
        window.add(scrolled);
        window.pack();
        window.setLocationByPlatform(true);
        return window;
    }
}

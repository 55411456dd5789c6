package cohort.imagej.map;

import cohort.InputException;
import cohort.files.MapName;
import cohort.imagej.message.Message;
import cohort.text.Words;
import ij.IJ;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.frame.PlugInDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Label;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Scrollbar;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The small window beside the maps: threshold and background of the map in front, and the values of all at the cursor. */
final class ViewerPanel extends PlugInDialog {
    private static final long serialVersionUID = 1;
    private static final String TITLE = "Cohort Viewer", LOCATION = "cohort.viewer.location";
    private static final int STEPS = 1000, BUBBLE = 20, TEXT = 12;
    private final Label title = new Label(), words = new Label(), history = new Label();
    private final Scrollbar slider = new Scrollbar(Scrollbar.HORIZONTAL, 0, BUBBLE, 0, STEPS + BUBBLE);
    private final TextField number = new TextField(7);
    private final Choice background = new Choice();
    private final Checkbox linked = new Checkbox("Link cursors and backgrounds of all maps", LinkedMaps.areLinked());
    private final TextArea values = new TextArea("", 9, 38, TextArea.SCROLLBARS_VERTICAL_ONLY);
    private transient Optional<MapImage> map = Optional.empty();
    private double largest;

    private ViewerPanel() {
        super(TITLE);
        setAutoRequestFocus(false);
        title.setFont(new Font(Font.SANS_SERIF, Font.BOLD, TEXT));
        values.setEditable(false);
        values.setFont(new Font(Font.MONOSPACED, Font.PLAIN, TEXT));
        slider.setBlockIncrement(STEPS / 20);
        slider.setPreferredSize(new Dimension(220, 18));
        setLayout(new GridBagLayout());
        add(title, 0, 0, 3);
        add(new Label("Threshold"), 0, 1, 1);
        add(slider, 1, 1, 1);
        add(number, 2, 1, 1);
        add(words, 1, 2, 2);
        add(history, 1, 3, 2);
        add(new Label("Background"), 0, 4, 1);
        add(background, 1, 4, 2);
        add(linked, 0, 5, 3);
        add(values, 0, 6, 3);
        slider.addAdjustmentListener(event -> map.ifPresent(m -> slid(m, event.getValueIsAdjusting())));
        number.addActionListener(event -> map.ifPresent(this::typed));
        background.addItemListener(event -> map.ifPresent(this::chosen));
        linked.addItemListener(event -> LinkedMaps.link(linked.getState()));
        GUI.scale(this);
        pack();
    }

    private void add(Component part, int x, int y, int width) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = x;
        place.gridy = y;
        place.gridwidth = width;
        place.insets = new Insets(2, 6, 2, 6);
        place.anchor = GridBagConstraints.WEST;
        place.fill = part == linked ? GridBagConstraints.NONE : GridBagConstraints.HORIZONTAL;
        place.weightx = part == slider ? 1 : 0;
        add(part, place);
    }

    /** The panel, if it is open. */
    static Optional<ViewerPanel> find() {
        return Arrays.stream(WindowManager.getAllNonImageWindows())
                .filter(window -> window instanceof ViewerPanel)
                .map(window -> (ViewerPanel) window)
                .findFirst();
    }

    /** Opens the panel for a map, unless it is open. */
    static void open(MapImage map) {
        EventQueue.invokeLater(() -> {
            ViewerPanel panel = find().orElseGet(ViewerPanel::opened);
            panel.show(map);
            panel.toFront(); // the next image's window may have covered it; it does not take the focus
        });
    }

    private static ViewerPanel opened() {
        ViewerPanel panel = new ViewerPanel();
        Point before = Prefs.getLocation(LOCATION);
        Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
        Point corner =
                new Point(screen.x + screen.width - panel.getWidth(), screen.y + screen.height - panel.getHeight());
        panel.setLocation(before == null ? corner : before);
        WindowManager.addWindow(panel);
        panel.setVisible(true);
        return panel;
    }

    /** Takes a map as the one whose threshold and background are shown. */
    void show(MapImage front) {
        if (!map.equals(Optional.of(front))) largest = front.largest();
        map = Optional.of(front);
        title.setText(front.getTitle());
        history.setText(front.evidence().history());
        background.removeAll();
        BackgroundChoice.names(front).forEach(background::add);
        background.select(front.look().background().map(Background::name).orElse(BackgroundChoice.NONE));
        tell(front);
    }

    /** Shows the values of all maps at a position in mm. */
    void showValues(double[] mm) {
        values.setText(LinkedMaps.words(mm) + "\n"
                + LinkedMaps.open().stream()
                        .map(open -> String.format(Locale.ROOT, "%-24.24s %10.4g", name(open), open.valueAt(mm)))
                        .collect(Collectors.joining("\n")));
    }

    /** The title, of a file of results the contrast and the statistic. */
    private static String name(MapImage open) {
        return MapName.of(open.getTitle()).map(MapName::words).orElseGet(open::getTitle);
    }

    private void typed(MapImage front) {
        try {
            threshold(front, Double.parseDouble(number.getText().trim()));
        } catch (IllegalArgumentException e) { // no number, or below 0: the one before stays
            tell(front);
        }
    }

    private void threshold(MapImage front, double threshold) {
        front.setLook(front.look().withThreshold(threshold));
        tell(front);
    }

    /** Voxels are counted when the slider rests. */
    private void slid(MapImage front, boolean moving) {
        double threshold = front.evidence().threshold(slider.getValue() / (double) STEPS, largest);
        front.setLook(front.look().withThreshold(threshold));
        if (!moving) tell(front);
        else {
            write(threshold);
            words.setText(front.evidence().words(threshold));
        }
    }

    private void write(double threshold) {
        number.setText(String.format(Locale.ROOT, threshold < 0.01 && threshold > 0 ? "%.2e" : "%.3f", threshold));
    }

    private void tell(MapImage front) {
        double threshold = front.look().threshold();
        write(threshold);
        slider.setValue((int) Math.round(STEPS * front.evidence().part(threshold, largest)));
        String p = front.evidence().words(threshold);
        words.setText((p.isEmpty() ? "" : p + ", ") + Words.count(front.shown()) + " voxels");
    }

    private void chosen(MapImage front) {
        try {
            Optional<Background> choice = BackgroundChoice.named(front, background.getSelectedItem());
            List<MapImage> maps = LinkedMaps.areLinked() ? LinkedMaps.open() : List.of(front);
            maps.forEach(m -> m.setLook(m.look().withBackground(choice)));
        } catch (InputException e) {
            Message.show(TITLE, e.getMessage());
            show(front);
        }
    }

    @Override
    public void close() {
        Prefs.saveLocation(LOCATION, getLocation());
        super.close();
    }

    /** Images that were opened since can be chosen too. */
    @Override
    public void windowActivated(WindowEvent event) {
        super.windowActivated(event);
        map.ifPresent(this::show);
    }
}

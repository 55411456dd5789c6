package cohort.imagej.map;

import cohort.InputException;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.map.picture.Artist;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.ColourBar;
import cohort.imagej.message.Message;
import cohort.memory.MemoryShortage;
import cohort.text.Words;
import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.frame.PlugInDialog;
import java.awt.Button;
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
import java.awt.SystemColor;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JCheckBox;

/** The small window beside the maps: threshold and background of the map in front, and the values of all at the cursor. */
final class ViewerPanel extends PlugInDialog implements ViewerModel.Listener {
    private static final long serialVersionUID = 1;
    private static final String TITLE = "Cohort Viewer", LOCATION = "cohort.viewer.location";
    private static final int STEPS = 1000, BUBBLE = 20, TEXT = 12;
    private final Label title = new Label(), words = new Label(), history = new Label();
    private final Label cluster = new Label(), peak = new Label();
    private final ColourBar colours = new ColourBar();
    private final Button planes = new Button("Orthogonal planes");
    private final Scrollbar slider = new Scrollbar(Scrollbar.HORIZONTAL, 0, BUBBLE, 0, STEPS + BUBBLE);
    private final TextField number = new TextField(7);
    private final Choice background = new Choice();
    /** Of Swing, since Java draws that of AWT too small and askew where an X11 screen is scaled. */
    private final JCheckBox linked = new JCheckBox("Link cursors and backgrounds of all maps");

    private final TextArea values = new TextArea("", 9, 38, TextArea.SCROLLBARS_VERTICAL_ONLY);
    private final transient ViewerModel model;
    /** Makes backgrounds of open images. */
    private final transient Artist artist = new Artist();

    private double largest;
    private boolean sliding;

    private ViewerPanel(ViewerModel model) {
        super(TITLE);
        this.model = model;
        setAutoRequestFocus(false);
        linked.setSelected(model.state().linked());
        linked.setOpaque(false);
        linked.setForeground(
                SystemColor.controlText); // that of the labels of AWT, which stay light in a dark look of Swing
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
        add(colours, 1, 2, 2);
        add(words, 1, 3, 2);
        add(history, 1, 4, 2);
        add(new Label("Background"), 0, 5, 1);
        add(background, 1, 5, 1);
        add(planes, 2, 5, 1);
        add(linked, 0, 6, 3);
        add(values, 0, 7, 3);
        add(cluster, 0, 8, 3);
        add(peak, 0, 9, 3);
        slider.addAdjustmentListener(event -> front().ifPresent(this::slid));
        number.addActionListener(event -> front().ifPresent(this::typed));
        background.addItemListener(event -> front().ifPresent(this::chosen));
        planes.addActionListener(event -> PlanesWindow.open(model));
        linked.addItemListener(event -> model.change(state -> state.withLinked(linked.isSelected())));
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

    /** Opens the panel for a map, unless it is open. */
    static void open(ViewerModel model, ShownMap map) {
        EventQueue.invokeLater(() -> {
            ViewerPanel panel = Arrays.stream(WindowManager.getAllNonImageWindows())
                    .filter(window -> window instanceof ViewerPanel other && other.model == model)
                    .map(window -> (ViewerPanel) window)
                    .findFirst()
                    .orElseGet(() -> opened(model));
            model.change(state -> state.withFront(map).withImages(ImageJImages.titles()));
            panel.toFront(); // the next image's window may have covered it; it does not take the focus
        });
    }

    private static ViewerPanel opened(ViewerModel model) {
        ViewerPanel panel = new ViewerPanel(model);
        Point before = Prefs.getLocation(LOCATION);
        Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
        Point corner =
                new Point(screen.x + screen.width - panel.getWidth(), screen.y + screen.height - panel.getHeight());
        panel.setLocation(before == null ? corner : before);
        WindowManager.addWindow(panel);
        EventQueue.invokeLater(panel::appear); // so that neither event takes long
        return panel;
    }

    private void appear() {
        setVisible(true);
        model.listen(this);
        changed(ViewerState.empty(linked.isSelected()), model.state());
    }

    @Override
    public void changed(ViewerState before, ViewerState now) {
        linked.setSelected(now.linked());
        now.crosshair().ifPresent(place -> showValues(place, now));
        now.front().ifPresent(map -> {
            boolean same = now.front().equals(before.front());
            if (!same) largest = map.largest();
            if (!same || !now.images().equals(before.images())) show(map, now);
            else if (!now.looks().get(map).equals(before.looks().get(map))
                    || !now.clusters().equals(before.clusters())) tell(map, now);
        });
    }

    private void show(ShownMap map, ViewerState state) {
        title.setText(map.words());
        history.setText(map.evidence().history());
        background.removeAll();
        state.backgroundNames(map).forEach(background::add);
        tell(map, state);
    }

    private void showValues(ViewerState.Crosshair place, ViewerState state) {
        values.setText(state.front()
                        .map(map -> ViewerState.words(place.mm(), map.grid()) + "\n")
                        .orElse("")
                + state.looks().keySet().stream()
                        .map(map -> String.format(
                                Locale.ROOT,
                                "%-24.24s %10s  %s",
                                map.symbol(),
                                Words.digits(map.valueAt(place.mm()), ShownCluster.DIGITS),
                                map.evidence().pOf(map.valueAt(place.mm()))))
                        .collect(Collectors.joining("\n")));
        Optional<ShownPlace> there = state.front().map(map -> ShownPlace.of(map, state));
        cluster.setText(there.map(ShownPlace::clusterWords).orElse(""));
        peak.setText(there.map(ShownPlace::peakWords).orElse(""));
    }

    /** Tells the look of the map, and how many voxels are shown, once they are counted. */
    private void tell(ShownMap map, ViewerState state) {
        Look look = state.looks().get(map);
        double threshold = look.threshold();
        background.select(look.background().map(Background::name).orElse(ViewerState.NONE));
        write(threshold);
        colours.show(map.colours(), value -> map.evidence().shows((float) value, threshold));
        String p = map.evidence().words(threshold);
        if (!sliding) slider.setValue((int) Math.round(STEPS * map.evidence().part(threshold, largest)));
        String count = state.clusters(map)
                .map(found -> Words.count(found.voxels(), "voxel"))
                .orElse("");
        words.setText(Stream.of(p, count).filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
    }

    private void write(double threshold) {
        number.setText(threshold < 0.01 && threshold > 0 ? Words.digits(threshold, 3) : Words.fixed(threshold, 3));
    }

    private void typed(ShownMap map) {
        try {
            double threshold = Double.parseDouble(
                    number.getText().trim().replace('\u2212', '-').replace(",", ""));
            model.change(state -> state.withThreshold(map, threshold));
        } catch (IllegalArgumentException e) { // no number, or below 0: the one before stays
        }
        write(model.state().looks().get(map).threshold());
    }

    private void slid(ShownMap map) {
        double threshold = map.evidence().threshold(slider.getValue() / (double) STEPS, largest);
        sliding = true;
        model.change(state -> state.withThreshold(map, threshold));
        sliding = false;
    }

    private void chosen(ShownMap map) {
        String name = background.getSelectedItem();
        boolean isNone = name.equals(ViewerState.NONE);
        Optional<Background> known = isNone ? Optional.empty() : model.state().background(map, name);
        Optional<ImagePlus> other = isNone || known.isPresent() ? Optional.empty() : ImageJImages.find(name);
        artist.forget();
        other.ifPresentOrElse(
                image -> artist.draw(() -> converted(map, name, image), Runnable::run),
                () -> model.change(state -> state.withBackground(map, known)));
    }

    /** What is to be done on the thread of events once an open image is a background or cannot be one. */
    private Runnable converted(ShownMap map, String name, ImagePlus image) {
        try {
            Background made = MemoryShortage.told(() -> Background.of(name, ImageVolumes.toVolume(image)));
            return () -> model.change(state -> state.withBackground(map, Optional.of(made)));
        } catch (InputException e) {
            return () -> {
                Message.show(TITLE, e.getMessage());
                front().ifPresent(front -> show(front, model.state()));
            };
        }
    }

    private Optional<ShownMap> front() {
        return model.state().front();
    }

    @Override
    public void close() {
        model.forget(this);
        Prefs.saveLocation(LOCATION, getLocation());
        super.close();
    }

    /** Images that were opened since can be chosen too. */
    @Override
    public void windowActivated(WindowEvent event) {
        super.windowActivated(event);
        model.change(state -> state.withImages(ImageJImages.titles()));
    }
}

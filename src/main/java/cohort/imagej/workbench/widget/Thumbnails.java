package cohort.imagej.workbench.widget;

import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.figure.slice.SliceOptions;
import cohort.imagej.message.Html;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultListCellRenderer;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JList;

/** Rows of a list of maps, each with a small picture of the map that comes when it is drawn. */
public final class Thumbnails extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1;
    private static final double SCALE = 0.45;
    /** Pixels of a row, and of the words in it, which are broken into lines. */
    public static final int HEIGHT = 136, WORDS = 172;

    private final JList<?> list;
    private transient List<ResultImage> images = List.of();
    private final transient List<Optional<ImageIcon>> icons = new ArrayList<>();

    /** @param list whose rows they are */
    public Thumbnails(JList<?> list) {
        this.list = list;
    }

    public void show(List<ResultImage> maps) {
        images = maps;
        icons.clear();
        maps.forEach(map -> icons.add(Optional.empty()));
        Background.run(
                "Cohort thumbnails",
                () -> {
                    for (int m = 0; m < maps.size() && images == maps; m++) draw(maps, m);
                    return maps;
                },
                (drawn, failure) -> {});
    }

    private void draw(List<ResultImage> maps, int m) {
        Figure figure = Figures.slices(maps.get(m).map(), SliceOptions.DEFAULT.withCuts("z", "peak"));
        ImageIcon icon = new ImageIcon(ScreenPixels.image(list, zoom -> figure.toImage(zoom * SCALE)));
        EventQueue.invokeLater(() -> {
            if (images != maps) return;
            icons.set(m, Optional.of(icon));
            list.repaint();
        });
    }

    /** A map over what it is shown over. */
    public static Figure slices(ResultImage map, SliceOptions options) {
        SliceOptions over = map.backdrop()
                .map(Backdrop::shown)
                .map(shown -> options.withBackground(shown.volume()))
                .orElse(options);
        return Figures.slices(map.map(), over);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<?> of, Object value, int index, boolean isSelected, boolean hasFocus) {
        JLabel label = (JLabel) super.getListCellRendererComponent(
                of, Html.centred(WORDS, value.toString()), index, isSelected, hasFocus);
        label.setHorizontalTextPosition(CENTER);
        label.setVerticalTextPosition(BOTTOM);
        label.setHorizontalAlignment(CENTER);
        if (index >= 0 && index < icons.size()) icons.get(index).ifPresent(label::setIcon);
        return label;
    }
}

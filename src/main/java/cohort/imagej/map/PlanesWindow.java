package cohort.imagej.map;

import cohort.imagej.map.PlanePainter.Plane;
import cohort.imagej.map.picture.Artist;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.frame.PlugInDialog;
import java.awt.BorderLayout;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The coronal, sagittal and axial plane of the map in front through the position that is pointed at; a click or a drag in
 * one of them points elsewhere. Left is on the left, the front and the top are to the right and up.
 */
final class PlanesWindow extends PlugInDialog implements ViewerModel.Listener {
    private static final long serialVersionUID = 1;
    private static final String TITLE = "Cohort Planes";
    private static final int SIZE = 560, GAP = 4, INDENT = 8;

    private final transient ViewerModel model;
    private final Planes planes = new Planes();

    private PlanesWindow(ViewerModel model) {
        super(TITLE);
        this.model = model;
        setLayout(new BorderLayout());
        add(planes, BorderLayout.CENTER);
        setAutoRequestFocus(false);
        pack();
    }

    /** Opens the window of a viewer, or brings it to the front. */
    static void open(ViewerModel model) {
        Arrays.stream(WindowManager.getAllNonImageWindows())
                .filter(window -> window instanceof PlanesWindow other && other.model == model)
                .findFirst()
                .ifPresentOrElse(Window::toFront, () -> {
                    PlanesWindow window = new PlanesWindow(model);
                    WindowManager.addWindow(window);
                    GUI.centerOnImageJScreen(window);
                    window.setVisible(true);
                    model.listen(window);
                });
    }

    @Override
    public void changed(ViewerState before, ViewerState now) {
        planes.draw(now);
    }

    @Override
    public void close() {
        model.forget(this);
        super.close();
    }

    /** Where a plane is painted. */
    private record Place(PlanePainter painter, Plane plane, double[] at, double scale, Point corner) {
        private BufferedImage paint() {
            return painter.paint(plane, at, scale);
        }

        private boolean holds(int x, int y) {
            return x >= corner.x
                    && y >= corner.y
                    && x < corner.x + painter.extent(plane.right) * scale
                    && y < corner.y + painter.extent(plane.up) * scale;
        }

        private double[] toMm(int x, int y) {
            return painter.toMm(plane, at, scale, x - corner.x, y - corner.y);
        }
    }

    /** Coronal and sagittal above, axial below the coronal, all at one scale. */
    private final class Planes extends Canvas {
        private static final long serialVersionUID = 1;
        private final transient Artist artist = new Artist();
        /** The planes that were drawn last. */
        private transient Map<Place, BufferedImage> drawn = Map.of();

        private transient Optional<Plane> dragged = Optional.empty();

        private Planes() {
            setBackground(Color.BLACK);
            setForeground(Color.WHITE);
            addComponentListener(new ComponentAdapter() {
                @Override
                public void componentResized(ComponentEvent event) {
                    draw(model.state());
                }
            });
            MouseAdapter pointing = new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent event) {
                    dragged = drawn.keySet().stream()
                            .filter(place -> place.holds(event.getX(), event.getY()))
                            .map(Place::plane)
                            .findFirst();
                    point(event);
                }

                @Override
                public void mouseDragged(MouseEvent event) {
                    point(event);
                }
            };
            addMouseListener(pointing);
            addMouseMotionListener(pointing);
        }

        private void point(MouseEvent event) {
            dragged.flatMap(this::place)
                    .map(place -> place.toMm(event.getX(), event.getY()))
                    .ifPresent(mm -> model.change(state -> state.withCrosshair(mm)));
        }

        private Optional<Place> place(Plane plane) {
            return drawn.keySet().stream().filter(place -> place.plane == plane).findFirst();
        }

        /** Draws what a state says, beside the thread of events. */
        private void draw(ViewerState state) {
            List<Place> places = state.front()
                    .map(map -> places(map, state.looks().get(map), state.positionIn(map)))
                    .orElse(List.of());
            artist.draw(() -> pictures(places), pictures -> {
                drawn = pictures;
                repaint();
            });
        }

        private static Map<Place, BufferedImage> pictures(List<Place> places) {
            Map<Place, BufferedImage> pictures = new LinkedHashMap<>();
            places.forEach(place -> pictures.put(place, place.paint()));
            return pictures;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(SIZE, SIZE);
        }

        /** Without a blank screen in between. */
        @Override
        public void update(Graphics graphics) {
            paint(graphics);
        }

        @Override
        public void paint(Graphics graphics) {
            BufferedImage screen = new BufferedImage(getWidth(), getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics g = screen.getGraphics();
            g.setColor(getForeground());
            g.setFont(getFont());
            drawn.forEach((place, picture) -> paint(g, place, picture));
            model.state().front().ifPresent(map -> tell(g, map, model.state()));
            g.dispose();
            graphics.drawImage(screen, 0, 0, null);
        }

        private List<Place> places(ShownMap map, Look look, double[] at) {
            PlanePainter painter = PlanePainter.of(map, look);
            double x = painter.extent(0), y = painter.extent(1), z = painter.extent(2);
            double scale = Math.min((getWidth() - GAP) / (x + y), (getHeight() - GAP) / (y + z));
            int right = (int) Math.round(x * scale) + GAP, below = (int) Math.round(z * scale) + GAP;
            return List.of(
                    new Place(painter, Plane.CORONAL, at, scale, new Point(0, 0)),
                    new Place(painter, Plane.SAGITTAL, at, scale, new Point(right, 0)),
                    new Place(painter, Plane.AXIAL, at, scale, new Point(0, below)));
        }

        /** Writes below the sagittal plane what is at the cross. */
        private void tell(Graphics g, ShownMap map, ViewerState state) {
            Optional<Place> beside = place(Plane.SAGITTAL), above = place(Plane.AXIAL);
            if (beside.isEmpty() || above.isEmpty()) return;
            Point corner = new Point(beside.get().corner.x + INDENT, above.get().corner.y + INDENT);
            g.setColor(getForeground());
            int line = g.getFontMetrics().getHeight(), y = corner.y;
            for (String text : ShownPlace.of(map, state).lines()) g.drawString(text, corner.x, y += line);
        }

        private void paint(Graphics g, Place place, BufferedImage picture) {
            g.drawImage(picture, place.corner.x, place.corner.y, null);
            int[] cross = place.painter.toPixel(place.plane, place.at, place.scale);
            int x = place.corner.x + cross[0], y = place.corner.y + cross[1];
            g.setColor(Color.GREEN);
            g.drawLine(place.corner.x, y, place.corner.x + picture.getWidth() - 1, y);
            g.drawLine(x, place.corner.y, x, place.corner.y + picture.getHeight() - 1);
        }
    }
}

package cohort.figure.anatomy;

import cohort.figure.space.View;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The human brain in the MNI space, in a few curves. */
public final class MniBrain {
    /** Its box in mm along x, y and z. */
    private static final double[] LOW = {-72, -107, -72}, HIGH = {72, 73, 82};

    private static final Map<View, Drawing> DRAWINGS = read("mni-brain.txt");

    private MniBrain() {}

    /** What is seen in a view. */
    public static Drawing drawing(View view) {
        return DRAWINGS.get(view);
    }

    /** The lower end of the brain along an axis of space, in mm. */
    public static double low(int axis) {
        return LOW[axis];
    }

    /** The upper end of the brain along an axis of space, in mm. */
    public static double high(int axis) {
        return HIGH[axis];
    }

    private static Map<View, Drawing> read(String name) {
        Map<View, Drawing> drawings = new EnumMap<>(View.class);
        for (View view : new View[] {View.X, View.Y, View.Z}) drawings.put(view, empty());
        try (InputStream in = MniBrain.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> add(line.split(" "), drawings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drawings.put(View.R, drawings.get(View.X));
        drawings.put(View.L, mirrored(drawings.get(View.X)));
        return drawings;
    }

    private static Drawing empty() {
        return new Drawing(new Path2D.Double(), new Path2D.Double(), new Path2D.Double(), new Path2D.Double());
    }

    private static void add(String[] words, Map<View, Drawing> drawings) {
        Drawing drawing = drawings.get(View.valueOf(words[0].toUpperCase(Locale.ROOT)));
        Path2D path =
                switch (words[1]) {
                    case "outline" -> drawing.outline();
                    case "division" -> drawing.divisions();
                    case "sulcus" -> drawing.sulci();
                    case "ventricle" -> drawing.ventricles();
                    default -> throw new IllegalStateException(words[1]);
                };
        List<SmoothCurve.Point> points =
                Arrays.stream(words).skip(3).map(SmoothCurve.Point::of).toList();
        List<SmoothCurve.Point> mirrored =
                new ArrayList<>(points.stream().map(SmoothCurve.Point::mirrored).toList());
        switch (words[2]) {
            case "closed", "open" -> new SmoothCurve(points, words[2].equals("closed")).appendTo(path);
            case "pair", "rings" -> {
                new SmoothCurve(points, words[2].equals("rings")).appendTo(path);
                new SmoothCurve(mirrored, words[2].equals("rings")).appendTo(path);
            }
            case "half" -> {
                List<SmoothCurve.Point> whole = new ArrayList<>(points);
                Collections.reverse(mirrored);
                mirrored.removeIf(point -> point.x() == 0);
                whole.addAll(mirrored);
                new SmoothCurve(whole, true).appendTo(path);
            }
            default -> throw new IllegalStateException(words[2]);
        }
    }

    private static Drawing mirrored(Drawing drawing) {
        AffineTransform mirror = AffineTransform.getScaleInstance(-1, 1);
        return new Drawing(
                new Path2D.Double(drawing.outline(), mirror),
                new Path2D.Double(drawing.divisions(), mirror),
                new Path2D.Double(drawing.sulci(), mirror),
                new Path2D.Double(drawing.ventricles(), mirror));
    }
}

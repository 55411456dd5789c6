package cohort.image.itk;

import cohort.image.Grid;
import cohort.image.LengthUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The axes of a NRRD header: three of space, and at most one more, the slowest, along which volumes follow each other.
 * Where the header does not say which way is left, they lie in LPS, as ITK 5 takes them.
 *
 * @param grid of each volume
 * @param volumes their number
 */
record NrrdAxes(Grid grid, int volumes) {
    private static final int AXES_MAX = 16;
    private static final Pattern VECTOR = Pattern.compile("none|\\(([^()]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Kinds of axes along which samples are taken; other kinds are the parts of one value. */
    private static final Set<String> SAMPLED = Set.of("domain", "space", "???", "none");

    private static final Set<String> UNSAID = Set.of("???", "none", "nan", "");

    private static final Set<String> VOLUMES =
            Set.of("domain", "space", "time", "list", "stub", "scalar", "???", "none");

    /** Right-handed, without a word on where left is. */
    private static final Set<String> AS_ITK = Set.of("3d-right-handed", "3dr");

    static NrrdAxes of(TextFields fields) {
        int n = fields.inRange("dimension", 1, AXES_MAX);
        int[] sizes = fields.sizes("sizes", n);
        String[] kinds = words(fields, "kinds", n);
        List<Optional<double[]>> steps =
                fields.has("space directions") ? directions(fields, n) : spacings(fields, kinds);
        int[] space =
                IntStream.range(0, n).filter(a -> steps.get(a).isPresent()).toArray();
        if (space.length != 3)
            throw new IllegalArgumentException("found " + space.length
                    + " axes of space, expected 3; give an image of one volume, or of several along a fourth axis");
        for (int a : space)
            if (!SAMPLED.contains(kinds[a])) throw fields.wrong("kinds", "domain or space along axis " + (a + 1));
        int volumes = volumes(sizes, kinds, space);
        int[] size = Arrays.stream(space).map(a -> sizes[a]).toArray();
        double[][] step =
                Arrays.stream(space).mapToObj(a -> steps.get(a).orElseThrow()).toArray(double[][]::new);
        return new NrrdAxes(
                patientSpace(fields).grid(size, step, origin(fields, n, space, step), millimetres(fields, n, space)),
                volumes);
    }

    private static int volumes(int[] sizes, String[] kinds, int[] space) {
        int volumes = 1;
        for (int a = 0; a < sizes.length; a++) {
            int axis = a;
            if (sizes[a] == 1 || Arrays.stream(space).anyMatch(s -> s == axis)) continue;
            if (a < space[2] || volumes > 1 || !VOLUMES.contains(kinds[a]))
                throw new IllegalArgumentException("found " + sizes[a] + " values per voxel along axis " + (a + 1)
                        + " (kind " + TextFields.shown(kinds[a])
                        + "), expected one; volumes may follow each other along"
                        + " the last axis, so split the image or put that axis last");
            volumes = sizes[a];
        }
        return volumes;
    }

    private static List<Optional<double[]>> directions(TextFields fields, int n) {
        List<Optional<double[]>> steps = new ArrayList<>();
        String value = fields.required("space directions");
        for (Matcher m = VECTOR.matcher(value); m.find(); )
            steps.add(
                    m.group(1) == null
                            ? Optional.empty()
                            : Optional.of(vector(fields, "space directions", m.group(1))));
        if (steps.size() != n || !VECTOR.matcher(value).replaceAll("").isBlank())
            throw fields.wrong("space directions", n + " vectors such as (1,0,0), or none");
        return steps;
    }

    private static double[] vector(TextFields fields, String name, String text) {
        double[] vector = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(TextFields::number)
                .mapToDouble(number -> number.orElse(Double.NaN))
                .toArray();
        if (vector.length != 3 || Arrays.stream(vector).anyMatch(v -> !Double.isFinite(v)))
            throw fields.wrong(name, "vectors of 3 finite numbers such as (1,0,0)");
        return vector;
    }

    /** Without a space the first three axes are those of space, along which there are samples. */
    private static List<Optional<double[]>> spacings(TextFields fields, String[] kinds) {
        if (fields.has("space") || fields.has("space dimension") || !fields.has("spacings"))
            throw new IllegalArgumentException("found no " + (fields.has("spacings") ? "" : "spacings and no ")
                    + "space directions in the header, expected the size of a voxel; add the field");
        double[] spacings = fields.numbers("spacings", kinds.length);
        List<Optional<double[]>> steps = new ArrayList<>();
        int found = 0;
        for (int a = 0; a < kinds.length; a++) {
            boolean space = found < 3 && SAMPLED.contains(kinds[a]) && !Double.isNaN(spacings[a]);
            double[] step = new double[3];
            if (space) step[found++] = spacings[a];
            steps.add(space ? Optional.of(step) : Optional.empty());
        }
        return steps;
    }

    private static double[] origin(TextFields fields, int n, int[] space, double[][] step) {
        double[] origin = new double[3];
        if (fields.has("space directions")) {
            for (String name : List.of("spacings", "axis mins", "axis maxs", "units"))
                requireUnsaid(fields, name, n, space);
            Matcher m = VECTOR.matcher(fields.text("space origin").orElse("(0,0,0)"));
            if (!m.matches() || m.group(1) == null) throw fields.wrong("space origin", "a vector such as (0,0,0)");
            return vector(fields, "space origin", m.group(1));
        }
        if (!fields.has("axis mins")) return origin;
        double[] mins = fields.numbers("axis mins", n);
        String[] centers = words(fields, "centers", n);
        for (int a = 0; a < 3; a++) {
            // A cell begins half a step before its centre.
            double half = centers[space[a]].equals("node") ? 0 : step[a][a] / 2;
            if (!Double.isNaN(mins[space[a]])) origin[a] = mins[space[a]] + half;
        }
        return origin;
    }

    /** What the directions say is not to be said again, perhaps otherwise. */
    private static void requireUnsaid(TextFields fields, String name, int n, int[] space) {
        String[] words = words(fields, name, n);
        for (int a : space)
            if (!UNSAID.contains(words[a])) throw fields.wrong(name, "none for an axis with a space direction");
    }

    private static PatientSpace patientSpace(TextFields fields) {
        String name = fields.text("space").orElse("3D-right-handed");
        if (fields.whole("space dimension", 3) != 3) throw fields.wrong("space dimension", "3");
        if (AS_ITK.contains(name.toLowerCase(Locale.ROOT))) return PatientSpace.LPS;
        return PatientSpace.named(name)
                .orElseThrow(() -> fields.wrong(
                        "space", "RAS, LAS or LPS, which say where left, front and top are, or 3D-right-handed"));
    }

    /** One unit for all axes, those of the voxels or, with directions, those of the space; none is mm. */
    private static double millimetres(TextFields fields, int n, int[] space) {
        boolean directed = fields.has("space directions");
        String name = directed ? "space units" : "units";
        String[] units = words(fields, name, directed ? 3 : n);
        double[] mm = (directed ? IntStream.range(0, 3) : Arrays.stream(space))
                .mapToObj(axis -> units[axis])
                .mapToDouble(unit -> UNSAID.contains(unit) ? 1 : orWrong(LengthUnit.inMillimetres(unit), fields, name))
                .distinct()
                .toArray();
        if (mm.length > 1) throw fields.wrong(name, "one unit for the three axes of space");
        return mm[0];
    }

    private static double orWrong(OptionalDouble mm, TextFields fields, String name) {
        return mm.orElseThrow(() -> fields.wrong(name, "mm, cm, m, inch, micron or nm"));
    }

    /** A word for each axis, in quotes or without, in lower case; question marks where there is no such field. */
    private static String[] words(TextFields fields, String name, int n) {
        if (!fields.has(name)) return Collections.nCopies(n, "???").toArray(String[]::new);
        String[] words = QUOTED.matcher(fields.required(name))
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        if (words.length != n) throw fields.wrong(name, "one word for each of " + n + " axes");
        return words;
    }
}

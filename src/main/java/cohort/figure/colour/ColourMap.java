package cohort.figure.colour;

import cohort.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Colours for values from 0 to 1. Equal steps of the value are about equal steps of what the eye sees, in those that stand
 * here. Inferno and viridis are those of Smith &amp; van der Walt (2015, CC0), at 33 points with straight lines between,
 * nowhere more than 2/255 from the original.
 *
 * @param name as an option takes it, e.g. {@code inferno}
 * @param isDiverging whether the middle stands for 0 and the two halves for the two signs
 * @param points colours at even distances, 0xRRGGBB, at least two, with straight lines between
 */
public record ColourMap(String name, boolean isDiverging, List<Integer> points) {
    /** From black over purple and orange to a pale yellow: for maps of one sign. */
    public static final ColourMap INFERNO = parse(
            "inferno",
            false,
            "000004 040312 0b0724 150b37 210c4a 2e0a5a 3c0965 4a0c6b 57106d 63146e 70196e 7d1e6d 89226a 962766 a32b61"
                    + " af315c bb3755 c63e4d d14644 db4f3b e35932 eb6528 f1711e f67f14 f98d0a fb9c06 fcab0f fbba1f f9ca32"
                    + " f5d949 f2e865 f3f586 fcffa4");

    /**
     * From blue over near-white in the middle to red: for maps of both signs. Lightness (CIELAB L*) falls in even steps
     * from 96 in the middle to 26 at both ends.
     */
    public static final ColourMap RDBU = parse(
            "rdbu",
            true,
            "013e75 015491 1c6ba8 2f83bf 479bd4 69b3e4 92caee c1e1f3 f5f5f5 fed3be fdb292 f4926f e57355 d15543 b83b35"
                    + " 9c222b 7d0d21");

    /** From dark violet over green to yellow: for matrices. */
    public static final ColourMap VIRIDIS = parse(
            "viridis",
            false,
            "440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d 2f6a8e 2c728e 297a8e 26818e"
                    + " 23898e 21908c 1f988b 1f9f88 21a685 28ae80 31b57b 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f abdc32"
                    + " c0df24 d5e21a eae51a fde725");

    /** From black to white. */
    public static final ColourMap GRAY = parse("gray", false, "000000 ffffff");

    private static final List<ColourMap> ALL = List.of(INFERNO, RDBU, VIRIDIS, GRAY);

    /** @throws IllegalArgumentException if there are fewer than two colours */
    public ColourMap {
        points = List.copyOf(points);
        if (points.size() < 2) throw new IllegalArgumentException("a colour map of " + points.size() + " colours");
    }

    private static ColourMap parse(String name, boolean diverging, String points) {
        return new ColourMap(
                name,
                diverging,
                Arrays.stream(points.split(" "))
                        .map(point -> Integer.valueOf(point, 16))
                        .toList());
    }

    /** Those that stand here. */
    public static List<ColourMap> all() {
        return ALL;
    }

    /**
     * The colour map of a name, in any case.
     *
     * @param name {@code inferno}, {@code rdbu}, {@code viridis} or {@code gray}
     * @return nothing if none here has that name
     */
    public static Optional<ColourMap> find(String name) {
        return ALL.stream()
                .filter(map -> map.name.equalsIgnoreCase(name.trim()))
                .findFirst();
    }

    /**
     * The colour map of a name, in any case.
     *
     * @param name {@code inferno}, {@code rdbu}, {@code viridis} or {@code gray}
     * @throws InputException if there is none of that name
     */
    public static ColourMap named(String name) {
        return find(name)
                .orElseThrow(() -> new InputException("lut=" + name + " is not a colour map; give one of "
                        + ALL.stream().map(ColourMap::name).collect(Collectors.joining(", "))
                        + ", or a lookup table of ImageJ such as fire."));
    }

    /**
     * The colour of a value, opaque.
     *
     * @param t 0 to 1; what lies outside gets the colour of the nearer end, NaN that of 0
     * @return 0xFFRRGGBB
     */
    public int rgb(double t) {
        double position = Math.max(0, Math.min(1, t)) * (points.size() - 1);
        if (Double.isNaN(position)) position = 0;
        int below = Math.min((int) position, points.size() - 2);
        double part = position - below;
        int rgb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = points.get(below) >> shift & 0xFF, b = points.get(below + 1) >> shift & 0xFF;
            rgb = rgb << 8 | (int) Math.round(a + part * (b - a));
        }
        return rgb;
    }

    /** 256 colours, 0xFFRRGGBB, from the value 0 to the value 1: the table an 8-bit image needs. */
    public int[] table() {
        int[] table = new int[256];
        for (int k = 0; k < 256; k++) table[k] = rgb(k / 255.0);
        return table;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}

package cohort.imagej.map;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.imagej.map.picture.Background;
import cohort.text.Words;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the viewer shows at one moment.
 *
 * @param looks the maps in windows, in the order in which they were opened, and how each is looked at
 * @param images titles of all images that are open; each may lie under a map
 * @param front the map in front, whose look the panel tells
 * @param linked whether all maps show the position that is pointed at in one, and share their backgrounds
 * @param crosshair where the user points
 * @param clusters those of the map in front, once they are found
 */
record ViewerState(
        Map<ShownMap, Look> looks,
        List<String> images,
        Optional<ShownMap> front,
        boolean linked,
        Optional<Crosshair> crosshair,
        Map<ShownClusters.Asked, ShownClusters> clusters) {

    /** The name of no background. */
    static final String NONE = "none";

    /**
     * A position in mm.
     *
     * @param in the map in whose window it is pointed at; nothing if that is elsewhere
     */
    record Crosshair(Optional<ShownMap> in, double x, double y, double z) {
        double[] mm() {
            return new double[] {x, y, z};
        }
    }

    /** Keeps the order of the maps. */
    ViewerState {
        looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
        images = List.copyOf(images);
        clusters = Map.copyOf(clusters);
    }

    /** Before the first map is opened. */
    static ViewerState empty(boolean linked) {
        return new ViewerState(Map.of(), List.of(), Optional.empty(), linked, Optional.empty(), Map.of());
    }

    /** With another look of a map, which is the last opened if it is new. */
    ViewerState withLook(ShownMap map, Look look) {
        Map<ShownMap, Look> changed = new LinkedHashMap<>(looks);
        changed.put(map, look);
        return new ViewerState(changed, images, front, linked, crosshair, clusters);
    }

    ViewerState withThreshold(ShownMap map, double threshold) {
        return withLook(map, looks.get(map).withThreshold(threshold));
    }

    /** With another background of a map, or of all while they are linked. */
    ViewerState withBackground(ShownMap map, Optional<Background> background) {
        Map<ShownMap, Look> changed = new LinkedHashMap<>(looks);
        changed.replaceAll((each, look) -> linked || each == map ? look.withBackground(background) : look);
        return new ViewerState(changed, images, front, linked, crosshair, clusters);
    }

    /** After a map was closed. */
    ViewerState without(ShownMap map) {
        Map<ShownMap, Look> others = new LinkedHashMap<>(looks);
        others.remove(map);
        Map<ShownClusters.Asked, ShownClusters> kept = new HashMap<>(clusters);
        kept.keySet().removeIf(asked -> asked.map() == map);
        return new ViewerState(
                others,
                images,
                front.filter(shown -> shown != map),
                linked,
                crosshair.filter(place -> !place.in().equals(Optional.of(map))),
                kept);
    }

    ViewerState withImages(List<String> titles) {
        return new ViewerState(looks, titles, front, linked, crosshair, clusters);
    }

    /** With another map in front, if it is still open. */
    ViewerState withFront(ShownMap map) {
        return new ViewerState(
                looks, images, looks.containsKey(map) ? Optional.of(map) : front, linked, crosshair, clusters);
    }

    ViewerState withLinked(boolean together) {
        return new ViewerState(looks, images, front, together, crosshair, clusters);
    }

    /** With a position in mm that is pointed at in a map. */
    ViewerState withCrosshair(ShownMap in, double[] mm) {
        return withCrosshair(Optional.of(in), mm);
    }

    /** With a position in mm that is pointed at in the planes, which show the map in front. */
    ViewerState withCrosshair(double[] mm) {
        return withCrosshair(Optional.empty(), mm);
    }

    private ViewerState withCrosshair(Optional<ShownMap> in, double[] mm) {
        return new ViewerState(
                looks, images, front, linked, Optional.of(new Crosshair(in, mm[0], mm[1], mm[2])), clusters);
    }

    /** With the clusters of a map, which take the place of all others: those of large maps are large. */
    ViewerState withClusters(ShownClusters.Asked asked, ShownClusters found) {
        return new ViewerState(looks, images, front, linked, crosshair, Map.of(asked, found));
    }

    /** Without clusters, since the values of a map have changed. */
    ViewerState withoutClusters() {
        return new ViewerState(looks, images, front, linked, crosshair, Map.of());
    }

    /** The clusters that a map shows now, if they are found. */
    Optional<ShownClusters> clusters(ShownMap map) {
        return Optional.ofNullable(clusters.get(ShownClusters.Asked.of(map, this)));
    }

    /** The position in mm that a map is to show because it is pointed at elsewhere. */
    Optional<double[]> followed(ShownMap map) {
        return crosshair.filter(place -> isFollowed(map, place)).map(Crosshair::mm);
    }

    /** The position in mm that is pointed at or, before any is, where the evidence in a map is strongest. */
    double[] positionIn(ShownMap map) {
        return crosshair.map(Crosshair::mm).orElseGet(map::strongest);
    }

    private boolean isFollowed(ShownMap map, Crosshair place) {
        return place.in().isEmpty()
                ? linked || front.equals(Optional.of(map))
                : linked && place.in().get() != map;
    }

    /** What a map can be shown over: nothing, the backgrounds of all maps, any open image but itself. */
    List<String> backgroundNames(ShownMap map) {
        return Stream.of(
                        Stream.of(NONE),
                        backgrounds(map).map(Background::name),
                        images.stream().filter(title -> !title.equals(map.title())))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The background of a name that a map has or had first, or another map. */
    Optional<Background> background(ShownMap map, String name) {
        return backgrounds(map).filter(known -> known.name().equals(name)).findFirst();
    }

    /** The background of a volume: the one of a map that lies on the same, or a new one. */
    Background background(String name, Volume volume) {
        return looks.keySet().stream()
                .flatMap(map -> map.first().background().stream())
                .filter(background -> background.source() == volume)
                .findFirst()
                .orElseGet(() -> Background.of(name, volume));
    }

    /** Those of the map itself come first. */
    private Stream<Background> backgrounds(ShownMap map) {
        return Stream.concat(Stream.of(map), looks.keySet().stream().filter(other -> other != map))
                .flatMap(each -> Stream.of(looks.getOrDefault(each, each.first()), each.first()))
                .flatMap(look -> look.background().stream());
    }

    /** E.g. {@code x=-39, y=-21, z=54.5 mm}. */
    static String words(double[] mm, Grid grid) {
        return "x=" + number(mm[0], grid) + ", y=" + number(mm[1], grid) + ", z=" + number(mm[2], grid) + " mm";
    }

    private static String number(double mm, Grid grid) {
        return Words.mm(grid.readable(mm));
    }
}

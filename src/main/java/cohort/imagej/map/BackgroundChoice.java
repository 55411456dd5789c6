package cohort.imagej.map;

import cohort.image.Volume;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What maps can be shown over: nothing, what a command gave with them, any open image of one volume on any grid. */
final class BackgroundChoice {
    static final String NONE = "none";

    private BackgroundChoice() {}

    /** The names to choose from for a map. */
    static List<String> names(MapImage map) {
        return Stream.of(
                        Stream.of(NONE),
                        known(map).map(Background::name),
                        ImageJImages.titles().stream().filter(title -> !title.equals(map.getTitle())))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /**
     * The background of a name.
     *
     * @throws cohort.InputException if it is an open image that is not one gray-scale volume
     */
    static Optional<Background> named(MapImage map, String name) {
        if (name.equals(NONE)) return Optional.empty();
        return known(map).filter(known -> known.name().equals(name)).findFirst().or(() -> ImageJImages.find(name)
                .map(image -> Background.of(name, ImageVolumes.toVolume(image))));
    }

    /** The background of a volume: the one of another map that lies on the same, or a new one. */
    static Background of(String name, Volume volume) {
        return LinkedMaps.open().stream()
                .flatMap(map -> map.first().background().stream())
                .filter(background -> background.source() == volume)
                .findFirst()
                .orElseGet(() -> Background.of(name, volume));
    }

    private static Stream<Background> known(MapImage map) {
        Stream<MapImage> others = LinkedMaps.open().stream().filter(other -> other != map);
        return Stream.concat(
                        Stream.of(map.look(), map.first()),
                        others.flatMap(other -> Stream.of(other.look(), other.first())))
                .flatMap(look -> look.background().stream());
    }
}

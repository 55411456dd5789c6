package cohort.command.viewer;

import java.util.List;

/**
 * The maps of one contrast as a command hands them over to be shown together.
 *
 * @param maps all on one grid, in the order in which they are offered
 * @param first the one to begin with
 */
public record ContrastImages(List<ResultImage> maps, ResultImage first) {

    /** @throws IllegalArgumentException if the first one is none of them */
    public ContrastImages {
        maps = List.copyOf(maps);
        if (!maps.contains(first)) throw new IllegalArgumentException(first.name() + " is not among the maps");
    }

    /** The same maps, beginning with another. */
    public ContrastImages from(ResultImage other) {
        return new ContrastImages(maps, other);
    }
}

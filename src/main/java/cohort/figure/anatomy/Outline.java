package cohort.figure.anatomy;

import cohort.InputException;
import cohort.image.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a glass brain is drawn as. */
public enum Outline {
    /** The brain of the MNI space if the mask looks like it, otherwise the mask. */
    AUTO {
        @Override
        public boolean isMni(Grid grid, boolean[] inside) {
            return MniSpace.of(grid, inside).isAlike();
        }
    },
    /** The mask. */
    MASK {
        @Override
        public boolean isMni(Grid grid, boolean[] inside) {
            return false;
        }
    },
    /** The brain of the MNI space. */
    MNI {
        @Override
        public boolean isMni(Grid grid, boolean[] inside) {
            return true;
        }
    },
    /** As {@link #AUTO}, where a file says that it lies in the MNI space: a mask of a part of the brain will do. */
    DECLARED {
        @Override
        public boolean isMni(Grid grid, boolean[] inside) {
            return MniSpace.of(grid, inside).isCredible();
        }
    };

    /**
     * Whether the brain of the MNI space is drawn.
     *
     * @param grid of the mask
     * @param inside for each voxel in the order of the file, whether it is in the mask
     */
    public abstract boolean isMni(Grid grid, boolean[] inside);

    /** What a user may ask for. */
    public static List<String> names() {
        return Arrays.stream(values())
                .filter(outline -> outline != DECLARED)
                .map(outline -> outline.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The outline of an option's value.
     *
     * @param text {@code auto}, {@code mask} or {@code mni}
     * @param space NIfTI's code of what the map's coordinates are aligned with
     * @throws InputException if the text is none of these
     */
    public static Outline of(String text, int space) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (!names().contains(name))
            throw new InputException("outline: found " + text + ", expected " + String.join(", ", names()) + ".");
        Outline outline = valueOf(name.toUpperCase(Locale.ROOT));
        return outline == AUTO ? auto(space) : outline;
    }

    /**
     * The outline unless a user asks for another.
     *
     * @param space NIfTI's code of what the map's coordinates are aligned with
     */
    public static Outline auto(int space) {
        return space == MniSpace.CODE ? DECLARED : AUTO;
    }
}

package cohort.image.stored;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Data that are often taken for images that can be read here, with what converts them. */
public final class OtherKinds {
    private static final List<Kind> KINDS = List.of(
            kind(".*\\.[dp](conn|scalar|tseries|series|label)\\.nii|.*\\.(dp|pd)conn\\.nii", Kind.CIFTI),
            kind(
                    ".*\\.gii(\\.gz)?",
                    "GIFTI, which holds values of a surface, expected voxels; bring it into a volume with wb_command"
                            + " -metric-to-volume-mapping"),
            kind(".*\\.(head|brik|brik\\.gz)", "AFNI's format, expected NIfTI; convert it with 3dAFNItoNIfTI"),
            kind(".*\\.mnc2?(\\.gz)?", "MINC, expected NIfTI; convert it with mnc2nii"));

    /** Vertices of FreeSurfer's spheres, which it folds into the axes of a volume where they are too many for one. */
    private static final long[] SPHERES = {642, 2562, 10242, 40962, 163842};

    /** More voxels in one line than any image has beside axes of 1. */
    private static final int LINE = 500;

    private OtherKinds() {}

    /**
     * @param names of files, in lower case
     * @param words what it is and what converts it
     */
    private record Kind(Pattern names, String words) {
        static final String CIFTI =
                "CIFTI, which holds values of a surface and of voxels together, expected voxels; take its volume with"
                        + " wb_command -cifti-separate IN COLUMN -volume-all OUT.nii";
    }

    private static Kind kind(String names, String words) {
        return new Kind(Pattern.compile(names), words);
    }

    /** What a file of such a name is and what converts it, if it is none that is read here. */
    public static Optional<String> byName(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(kind -> kind.names.matcher(name).matches())
                .map(Kind::words)
                .findFirst();
    }

    /**
     * Refuses NIfTI files that are CIFTI by their intent.
     *
     * @throws IllegalArgumentException if it is one of CIFTI's
     */
    public static void refuseCifti(int intent) {
        if (intent >= 3000 && intent < 3100) throw new IllegalArgumentException("found " + Kind.CIFTI);
    }

    /**
     * Refuses the values of a surface's vertices in the guise of a volume.
     *
     * @throws IllegalArgumentException if the sizes are those of one
     */
    public static void refuseSurface(long... sizes) {
        long voxels = LongStream.of(sizes).reduce(1, (a, b) -> a * b);
        int flat = (int) LongStream.of(sizes).filter(size -> size == 1).count();
        boolean sphere = flat >= 1 && IntStream.range(0, SPHERES.length).anyMatch(s -> SPHERES[s] == voxels);
        if (sphere || flat == 2 && voxels >= LINE)
            throw new IllegalArgumentException("found " + sizes[0] + " x " + sizes[1] + " x " + sizes[2]
                    + " voxels, which are the vertices of a surface, expected a volume; bring it into one with"
                    + " mri_surf2vol, or analyse the volumes it was made from");
    }
}

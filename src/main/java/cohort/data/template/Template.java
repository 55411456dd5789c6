package cohort.data.template;

import cohort.InputException;
import cohort.data.download.Content;
import cohort.figure.anatomy.Outline;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The average brains there are. */
public enum Template {
    /** The average human brain ICBM 152 2009a, symmetric, as nilearn 0.14.1 ships it: without skull, 1 mm. */
    MNI152(
            new TemplateFile(
                    "https://raw.githubusercontent.com",
                    "/nilearn/nilearn/0.14.1/nilearn/datasets/data/mni_icbm152_t1_tal_nlin_sym_09a_converted.nii.gz",
                    "421a10e872fd6cadae7f61d358dffbcc1795a497d61ee76c5dda2503e1a1e9e6",
                    Content.GZIP),
            List.of("icbm152_2009/mni_icbm152_nlin_sym_09a/mni_icbm152_t1_tal_nlin_sym_09a.nii.gz")) {
        @Override
        Volume placed(Volume image) {
            return image;
        }

        @Override
        Optional<Volume> under(Mask mask, int space, Path image) {
            return Outline.auto(space).isMni(mask.grid(), mask.inside())
                    ? Optional.of(placed(Volumes.read(image)))
                    : Optional.empty();
        }
    },

    /**
     * The average of 1675 mouse brains in the Allen Common Coordinate Framework 3, 0.05 mm. Its file counts from the front,
     * from above and from the left, whatever its header says; the origin is laid to the bregma of the International Brain
     * Laboratory: 5.4 mm from the front, 0.332 mm from above, 5.739 mm from the left.
     */
    ALLEN(
            new TemplateFile(
                    "https://download.alleninstitute.org",
                    "/informatics-archive/current-release/mouse_ccf/average_template/average_template_50.nrrd",
                    "6114c341d526f9782ca93b314b3244bb0c4c6cea17045f432d4cda63339915aa",
                    Content.NRRD),
            List.of()) {
        @Override
        Volume placed(Volume image) {
            Grid grid = image.grid();
            double[] affine = {0, 0, 0.05, 0.025 - 5.739, -0.05, 0, 0, 5.4 - 0.025, 0, -0.05, 0, 0.332 - 0.025};
            return new Volume(new Grid(grid.nx(), grid.ny(), grid.nz(), affine), image.voxels());
        }

        @Override
        Optional<Volume> under(Mask mask, int space, Path image) {
            return mask.volumeMm3() > LARGEST_MOUSE
                    ? Optional.empty()
                    : Optional.of(placed(Volumes.read(image))).filter(average -> Overlap.of(mask, average) >= ALIKE);
        }
    };

    private static final double ALIKE = 0.8;

    /** In mm³, twice the average. */
    private static final double LARGEST_MOUSE = 1000;

    private final TemplateFile file;
    private final List<String> others;

    Template(TemplateFile file, List<String> others) {
        this.file = file;
        this.others = others;
    }

    /** Where it comes from. */
    TemplateFile file() {
        return file;
    }

    /** Where else below nilearn's data it may lie, because nilearn fetched it. */
    List<String> others() {
        return others;
    }

    /** The image of the file where it lies in its space. */
    abstract Volume placed(Volume image);

    /**
     * The template, if maps lie in its space.
     *
     * @param mask the maps' voxels
     * @param space NIfTI's code of what their coordinates are aligned with
     * @param image its file
     */
    abstract Optional<Volume> under(Mask mask, int space, Path image);

    /** How a user names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InputException if there is none of the name */
    public static Template named(String name) {
        return Arrays.stream(values())
                .filter(template -> template.toString().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("template: found " + name + ", expected "
                        + Arrays.stream(values()).map(Template::toString).collect(Collectors.joining(" or ")) + "."));
    }
}

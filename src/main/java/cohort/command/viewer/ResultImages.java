package cohort.command.viewer;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.data.background.Background;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/** Results as images to be shown. */
public final class ResultImages {
    private ResultImages() {}

    /**
     * The maps of every contrast.
     *
     * @param analysis whose results they are: its data are what the maps are shown over, if nothing else was given
     * @param images where a background may be open
     * @param commandLine the macro line that makes them again
     */
    public static Stream<ContrastImages> of(
            GroupResults results, GroupAnalysis analysis, OpenImages images, String commandLine) {
        Backdrop backdrop = given(results, images).orElseGet(() -> backdrop(analysis.data(), results.mask()));
        return results.contrasts().stream().map(tested -> of(tested, commandLine, backdrop));
    }

    /**
     * The maps of every contrast, over the background that the run was given, or else the mask.
     *
     * @param images where a background may be open
     * @param commandLine the macro line that makes them again
     */
    public static Stream<ContrastImages> of(GroupResults results, OpenImages images, String commandLine) {
        Backdrop backdrop = given(results, images).orElseGet(() -> mask(results));
        return results.contrasts().stream().map(tested -> of(tested, commandLine, backdrop));
    }

    private static Backdrop mask(GroupResults results) {
        return Backdrop.mask(() -> results.mask().toVolume());
    }

    /** What the run was given, as long as it can be read. */
    private static Optional<Backdrop> given(GroupResults results, OpenImages images) {
        String text = results.run().parameter(Background.KEY).strip();
        if (text.equals(Background.MASK)) return Optional.of(mask(results));
        try {
            return Background.named(images, text, Progress.NONE)
                    .map(image -> new Backdrop(() -> new Backdrop.Shown("background", image)));
        } catch (InputException gone) {
            return Optional.empty();
        }
    }

    private static ContrastImages of(ContrastResults tested, String commandLine, Backdrop backdrop) {
        String contrast = tested.contrast().name();
        List<ResultImage> maps = tested.maps().entrySet().stream()
                .map(map -> ResultImage.of(
                        contrast + " " + map.getKey(),
                        map.getValue(),
                        tested.headers().of(contrast, map.getKey()),
                        commandLine,
                        Optional.of(backdrop)))
                .toList();
        return new ContrastImages(maps, maps.get(0));
    }

    /**
     * The mean of the subjects' maps where it is nowhere below 0 and so shows anatomy, as of tissue; otherwise, as of
     * contrasts, whose mean is the effect, the mask.
     */
    private static Backdrop backdrop(Img<DoubleType> data, Mask mask) {
        Volume mean = SubjectMatrix.mean(data, mask); // now, since the data are there no longer than their analysis
        return new Backdrop(() -> Arrays.stream(mean.values()).anyMatch(value -> value < 0)
                ? new Backdrop.Shown("mask", mask.toVolume())
                : new Backdrop.Shown("mean of the maps", mean));
    }
}

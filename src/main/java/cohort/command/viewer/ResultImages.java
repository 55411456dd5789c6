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
import java.nio.file.Path;
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
     * The maps of every contrast, over the background that the run was given.
     *
     * @param analysis whose results they are: its data are what the maps are shown over, if nothing else was given
     * @param images where a background may be open
     * @param progress is told if the background cannot be read
     * @param commandLine the macro line that makes them again
     */
    public static Stream<ContrastImages> of(
            GroupResults results, GroupAnalysis analysis, OpenImages images, Progress progress, String commandLine) {
        return of(results, commandLine, Background.given(results.run(), progress, words -> switch (words) {
            case Background.MASK -> mask(results);
            case Background.MEAN -> mean(analysis.data(), results.mask());
            case Background.AUTO -> automatic(analysis.data(), results);
            default -> image(Background.named(images, words, progress).orElseThrow());
        }));
    }

    /**
     * The maps of every contrast that a run left in a folder, over the background that it was given, or else the anatomy at hand or
     * the mask.
     *
     * @param images where a background may be open
     * @param progress is told if the background cannot be read any more
     * @param commandLine the macro line that makes them again
     */
    public static Stream<ContrastImages> of(
            GroupResults results, Path folder, OpenImages images, Progress progress, String commandLine) {
        return of(
                results,
                commandLine,
                Background.given(
                        results.run(),
                        progress,
                        words -> words.equals(Background.AUTO)
                                ? anatomy(results).orElseGet(() -> mask(results))
                                : Background.of(images, words, folder, progress)
                                        .map(ResultImages::image)
                                        .orElseGet(() -> mask(results))));
    }

    private static Stream<ContrastImages> of(GroupResults results, String commandLine, Backdrop backdrop) {
        return results.contrasts().stream().map(tested -> of(tested, commandLine, backdrop));
    }

    private static Backdrop mask(GroupResults results) {
        return Backdrop.mask(() -> results.mask().toVolume());
    }

    private static Backdrop image(Volume image) {
        return new Backdrop(() -> new Backdrop.Shown("background", image));
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

    private static Backdrop mean(Img<DoubleType> data, Mask mask) {
        Volume mean = SubjectMatrix.mean(data, mask); // now, since the data are there no longer than their analysis
        return new Backdrop(() -> new Backdrop.Shown("mean of the analysed maps", mean));
    }

    /** As under the figures and the report of the run; none if it cannot be read, since results are to be seen all the same. */
    private static Optional<Backdrop> anatomy(GroupResults results) {
        try {
            return Background.anatomy(results.mask(), results.run()).map(ResultImages::image);
        } catch (InputException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The anatomy at hand, or else the mean of the subjects' maps where it is nowhere below 0 and so shows anatomy, as of tissue;
     * otherwise, as of contrasts, whose mean is the effect, the mask.
     */
    private static Backdrop automatic(Img<DoubleType> data, GroupResults results) {
        return anatomy(results).orElseGet(() -> {
            Backdrop mean = mean(data, results.mask());
            return new Backdrop(
                    () -> Arrays.stream(mean.shown().volume().values()).anyMatch(value -> value < 0)
                            ? new Backdrop.Shown("mask", results.mask().toVolume())
                            : mean.shown());
        });
    }
}

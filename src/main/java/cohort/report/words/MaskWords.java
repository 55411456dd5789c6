package cohort.report.words;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.GroupResults;
import cohort.glm.Smoothness;
import cohort.image.VoxelUnit;
import cohort.mask.MaskRule;
import cohort.mask.Masks;
import cohort.region.Atlas;
import cohort.text.Reference;
import cohort.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How the voxels to analyse were found, in words. */
public final class MaskWords {
    /** So many digits tell versions of a file apart. */
    private static final int DIGEST = 12;

    private MaskWords() {}

    /** A clause that follows "the voxels". */
    public static String of(RunRecord run) {
        String rule = run.parameter("mask");
        return Masks.rule(rule)
                .map(MaskRule::words)
                .orElseGet(() -> Atlas.isMask(rule) ? regions(run, rule) : "of the mask image " + Words.fileName(rule));
    }

    private static String regions(RunRecord run, String mask) {
        String names =
                mask.replaceFirst("^atlas:?", "").replaceAll("\\s*;\\s*", ", ").strip();
        return "of " + (names.isEmpty() ? "all regions" : names) + " in the atlas "
                + Words.fileName(run.parameter("atlas"));
    }

    /** Which atlas named regions, by its file and the digest that the record has of it; empty if there was none. */
    static String atlas(RunRecord run) {
        String atlas = run.parameter("atlas");
        if (atlas.isBlank()) return "";
        String name = Words.fileName(atlas);
        return "Regions were named using the atlas " + name
                + run.inputs().stream()
                        .filter(input -> Words.fileName(input.file()).equals(name))
                        .findFirst()
                        .map(input -> " (SHA-256 " + input.sha256().substring(0, DIGEST) + "…)")
                        .orElse("")
                + ".";
    }

    /** The works to cite for the rule; none for a mask image. */
    static List<Reference> references(RunRecord run) {
        return Masks.rule(run.parameter("mask")).map(MaskRule::references).orElse(List.of());
    }

    /** Where the maps have data, in some sentences. */
    public static String data(RunRecord run) {
        return Stream.of(
                        missingAndZero(run),
                        untestable(run),
                        run.covariateMaps().sentence())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String missingAndZero(RunRecord run) {
        if (run.parameter("missing").equals("zero"))
            return "With missing=zero, 0 is a value and non-finite values count as 0.";
        List<String> sentences = Stream.concat(
                        Stream.of(missing(run), run.gaps().sentence(run.voxels())), run.zeros().sentences().stream())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        return sentences.isEmpty() ? "No voxel lacked data in any map." : String.join(" ", sentences);
    }

    /** What became of voxels in which nothing can be tested; empty if there were none. */
    static String untestable(RunRecord run) {
        List<String> kinds = Stream.of(
                        kind(run.constantVoxels(), "with the same value in all maps"),
                        kind(run.explainedVoxels(), "that the model fits without residuals"))
                .filter(words -> !words.isEmpty())
                .toList();
        if (kinds.isEmpty()) return "";
        return Words.list(kinds) + (run.constantVoxels() + run.explainedVoxels() == 1 ? " was" : " were")
                + " left out, since nothing can be tested there.";
    }

    private static String kind(int voxels, String what) {
        return voxels == 0 ? "" : Words.count(voxels, "voxel") + " " + what;
    }

    /** What became of voxels that are 0 in some maps; empty if there were none. */
    static String zeros(RunRecord run) {
        int voxels = run.zeros().voxels();
        if (voxels == 0) return "";
        return Words.count(voxels, "voxel") + " with a value of exactly 0 in some maps but not in all "
                + (voxels == 1 ? "was " : "were ")
                + (run.zeros().leftOut() ? "left out." : "analysed with 0 as a value.");
    }

    /** What became of voxels without data; empty if there were none. */
    static String missing(RunRecord run) {
        if (run.missingVoxels() == 0) return "";
        return Words.count(run.missingVoxels(), "voxel")
                + (run.gaps().isEmpty() ? " without data in some map " : " that too few subjects have ")
                + (run.missingVoxels() == 1 ? "was" : "were") + " left out.";
    }

    /** What follows degrees of freedom that are not those of every voxel; empty if they are. */
    public static String whereAll(RunRecord run) {
        return run.gaps().isEmpty() ? "" : " where all subjects have data";
    }

    /** How large and how smooth the search volume is, as SPM says it in its footer; without its smoothness if that is not known. */
    public static String searchVolume(GroupResults results) {
        Smoothness smoothness = results.run().smoothness();
        String size = "Search volume: " + Words.count(results.run().voxels(), "voxel") + ", " + volume(results);
        if (!smoothness.isKnown()) return size + ".";
        VoxelUnit unit = VoxelUnit.of(results.mask().grid());
        String fwhm = DoubleStream.of(smoothness.x(), smoothness.y(), smoothness.z())
                .filter(width -> width > 0)
                .mapToObj(width -> Words.digits(unit.length(width), 3))
                .collect(Collectors.joining(" × "));
        return size + ", " + Words.size(smoothness.resels()) + " resels. Smoothness of the residuals: " + fwhm + " "
                + unit.name() + " FWHM.";
    }

    /** The volume, or the area on a grid of one slice, in a unit that shows its digits. */
    public static String volume(GroupResults results) {
        return VoxelUnit.of(results.mask().grid()).words(results.run().maskMm3());
    }
}

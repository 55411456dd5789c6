package cohort.report.comparison;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.report.words.ClusterListing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of two runs.
 *
 * @param letter by which tables name it, {@code A} or {@code B}
 * @param name of its folder, as far as it takes to distinguish the two
 * @param results what it found
 * @param listings the clusters of each contrast
 */
record ComparedRun(String letter, String name, GroupResults results, List<ClusterListing> listings) {

    /** The two runs of two folders. */
    static List<ComparedRun> of(Path first, Path second) {
        Path a = first.toAbsolutePath().normalize(), b = second.toAbsolutePath().normalize();
        return List.of(read("A", name(a, b), first), read("B", name(b, a), second));
    }

    private static ComparedRun read(String letter, String name, Path folder) {
        GroupResults results = GroupResults.read(folder);
        List<ClusterListing> listings = results.contrasts().stream()
                .map(tested -> ClusterListing.of(results, tested))
                .toList();
        return new ComparedRun(letter, name, results, listings);
    }

    /** The last part of a path, or as many of them as differ from those of another. */
    private static String name(Path path, Path other) {
        int most = Math.min(path.getNameCount(), other.getNameCount());
        for (int parts = 1; parts <= most; parts++) {
            Path end = end(path, parts);
            if (!end.equals(end(other, parts))) return end.toString();
        }
        return path.toString();
    }

    private static Path end(Path path, int parts) {
        return path.subpath(path.getNameCount() - parts, path.getNameCount());
    }

    String title() {
        return letter + ": " + name;
    }

    ClusterListing listing(ContrastResults tested) {
        return listings.get(results.contrasts().indexOf(tested));
    }

    /** −log10 of the corrected p of the voxels' statistic: by permutation, or else by Bonferroni's rule if that has a p. */
    Optional<Volume> logP(ContrastResults tested) {
        return tested.tests().stream()
                .findFirst()
                .map(CorrectedMap::logP)
                .map(results.mask()::toVolume)
                .or(() -> tested.bonferroni(results.mask()));
    }
}

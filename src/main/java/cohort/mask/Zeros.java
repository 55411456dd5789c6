package cohort.mask;

import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Voxels that are exactly 0 in some maps but not in all, of which a subject may have several, where a 0 may be for no data, as outside of a field of
 * view. Counted in the maps before they are smoothed.
 *
 * @param voxels their number
 * @param of how many voxels were looked at: those with finite values, 0 not in all maps
 * @param leftOut whether they left the analysis
 * @param subjects the maps with such zeros, the one with the most first
 */
public record Zeros(int voxels, int of, boolean leftOut, List<SubjectZeros> subjects) {

    /** No such voxels, or none looked for because zeros are values. */
    public static final Zeros NONE = new Zeros(0, 0, false, List.of());

    /** So many maps are named. */
    private static final int NAMED = 5;

    /**
     * A map's part.
     *
     * @param id the map, called by its subject if that has no other
     * @param voxels how many of the voxels are 0 in it
     */
    public record SubjectZeros(String id, int voxels) {}

    /** What a reader must know, a sentence each; none without such voxels. */
    public List<String> sentences() {
        if (voxels == 0) return List.of();
        String is = voxels == 1 ? "is" : "are";
        List<String> sentences = new ArrayList<>();
        sentences.add(Words.count(voxels) + " of " + Words.count(of) + " voxels " + is
                + " exactly 0 in some maps but not in all (" + named() + ") and "
                + (leftOut
                        ? (voxels == 1 ? "was" : "were") + " left out"
                        : is + " analysed with 0 as a value; missing=exclude-zeros leaves such voxels out,"
                                + " missing=zero declares that zeros are data")
                + ".");
        for (SubjectZeros subject : subjects)
            if (subject.voxels == of)
                sentences.add(
                        subject.id + " is 0 in all " + Words.count(of) + " voxels of the mask: the map may be empty.");
        return sentences;
    }

    private String named() {
        String first = subjects.stream()
                .limit(NAMED)
                .map(subject -> subject.id + ": " + Words.count(subject.voxels))
                .collect(Collectors.joining(", "));
        int more = subjects.size() - NAMED;
        return more <= 0 ? first : first + " and " + more + " more map" + (more == 1 ? "" : "s");
    }
}

package cohort.image.nifti;

import cohort.InputException;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.stored.RawSource;
import cohort.image.stored.StoredBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * NIfTI-1 and NIfTI-2 in one file or a pair, and Analyze 7.5 with the orientation that SPM keeps beside it. Any of the files may be compressed by gzip, which is told
 * by its first bytes, not by its name.
 */
public final class NiftiFormat implements VolumeFormat {
    private static final List<String> SINGLE = List.of(".nii", ".nii.gz");

    /** The suffixes under which the other file of a pair is looked for, likeliest first. */
    private static final Map<String, List<String>> PAIR = Map.of(
            ".hdr", List.of(".img", ".img.gz"),
            ".hdr.gz", List.of(".img.gz", ".img"),
            ".img", List.of(".hdr", ".hdr.gz"),
            ".img.gz", List.of(".hdr.gz", ".hdr"));

    @Override
    public boolean claims(Path path) {
        String suffix = suffix(path);
        return SINGLE.contains(suffix) || PAIR.containsKey(suffix);
    }

    @Override
    public String name() {
        return "NIfTI (.nii, .nii.gz), NIfTI or Analyze pair (.hdr and .img, each also .gz)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        String suffix = suffix(path);
        StoredBytes given = StoredBytes.of(path);
        if (SINGLE.contains(suffix))
            return new RawSource(NiftiHeader.read(given, true).layout(), given);
        StoredBytes other = StoredBytes.of(companion(path, suffix));
        boolean header = suffix.startsWith(".hdr");
        return pair(header ? given : other, header ? other : given, stem(path, suffix));
    }

    /** SPM may have put the orientation of Analyze into a third file. */
    private static VolumeSource pair(StoredBytes file, StoredBytes data, String stem) throws IOException {
        NiftiHeader header = NiftiHeader.read(file, false);
        Path mat = file.path().resolveSibling(stem + ".mat");
        return header.analyze() && Files.isRegularFile(mat) && Files.size(mat) > 0
                ? new RawSource(SpmMat.place(header.layout(), mat), data, List.of(file.path(), mat))
                : new RawSource(header.layout(), data, List.of(file.path()));
    }

    private static String suffix(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String end = name.endsWith(".gz") ? ".gz" : "";
        int dot = name.lastIndexOf('.', name.length() - end.length() - 1);
        return dot < 0 ? end : name.substring(dot);
    }

    private static String stem(Path path, String suffix) {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - suffix.length());
    }

    private static Path companion(Path path, String suffix) {
        String name = path.getFileName().toString();
        String stem = stem(path, suffix);
        boolean upper = name.substring(stem.length()).equals(suffix.toUpperCase(Locale.ROOT));
        for (String end : PAIR.get(suffix)) {
            Path other = path.resolveSibling(stem + (upper ? end.toUpperCase(Locale.ROOT) : end));
            if (Files.isRegularFile(other)) return other;
        }
        String end = PAIR.get(suffix).get(0);
        throw new InputException(path + ": this is one file of a pair, but there is no "
                + path.resolveSibling(stem + (upper ? end.toUpperCase(Locale.ROOT) : end))
                + "; put both in the same folder.");
    }
}

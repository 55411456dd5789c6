package cohort.region.names;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the names of an atlas' labels, whatever program wrote them. */
public final class RegionNames {
    /** The last takes what the others do not. */
    private static final List<NameForm> FORMS = List.of(new StructuresJson(), new LabelLines(), new NameTable());

    private static final List<String> ENDINGS = List.of(".tsv", ".csv", ".txt", ".json", ".label");
    private static final List<String> IN_FOLDER =
            List.of("structures.csv", "structures.json", "dseg.tsv", "FreeSurferColorLUT.txt");

    private RegionNames() {}

    /**
     * Reads a file of names.
     *
     * @param file as ITK-SNAP, FreeSurfer, BIDS, Allen and BrainGlobe have it, or a table with the columns index and name
     * @param files takes its digest
     * @return what each label is called, in the order of the file
     * @throws InputException if it is none of these, or a label stands there twice
     */
    public static Map<Long, RegionName> read(Path file, FilesRead files) {
        if (!Files.isRegularFile(file))
            throw new InputException("atlas_names: there is no file " + file
                    + ", expected a table with the columns index and name, or another list of labels.");
        String text = TextFile.read(file, files);
        NameForm form = FORMS.stream()
                .filter(one -> one.matches(file, text))
                .findFirst()
                .orElseThrow();
        Map<Long, RegionName> names = new LinkedHashMap<>();
        for (RegionName name : form.read(file, text)) {
            RegionName earlier = names.put(name.label(), name);
            if (earlier != null)
                throw new InputException("atlas_names: " + file + " has the label " + name.label() + " twice, for "
                        + earlier.name() + " and " + name.name() + ", expected each label once; correct the file.");
        }
        return names;
    }

    /**
     * The file of names beside an image: one of the same name with another ending, or else a list of structures in the folder.
     *
     * @param image the atlas
     * @return nothing if there is none
     */
    public static Optional<Path> beside(Path image) {
        String stem = image.getFileName()
                .toString()
                .replaceFirst("(?i)\\.(nii|nii\\.gz|mgh|mgz|nrrd|nhdr|mha|mhd|tiff?|img|hdr)$", "");
        return Stream.concat(ENDINGS.stream().map(ending -> stem + ending), IN_FOLDER.stream())
                .map(image::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}

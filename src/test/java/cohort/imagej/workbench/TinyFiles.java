package cohort.imagej.workbench;

import cohort.TinyCohort;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tiny cohort as files, such as {@code sub-07.nii}, without a table. */
final class TinyFiles {
    private TinyFiles() {}

    /** @return the folder of the maps */
    static Path write(Path folder) throws IOException {
        Path maps = Files.createDirectories(folder.resolve("maps"));
        Volume[] volumes = TinyCohort.volumes();
        for (int s = 0; s < volumes.length; s++) Volumes.write(volumes[s], maps.resolve(name(s)), "");
        return maps;
    }

    static String name(int subject) {
        return String.format("sub-%02d.nii", subject + 1);
    }
}

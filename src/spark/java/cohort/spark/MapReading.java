package cohort.spark;

import cohort.InputException;
import cohort.analysis.GivenCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.record.InputFile;
import cohort.files.FilesRead;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.mask.GroupMaps;
import cohort.mask.MapSize;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.subjects.CommonGrid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How maps are read, the same wherever it is done.
 *
 * @param grid the grid of all maps
 * @param interpolation how maps on other grids are brought to it; empty to refuse them
 * @param outside the value of voxels that a map does not reach
 * @param mask the voxels that are analysed
 * @param fwhm of the smoothing in mm
 * @param digests of the files that the driver has read, by path
 */
record MapReading(Grid grid, String interpolation, double outside, Mask mask, double fwhm, Map<String, String> digests)
        implements Serializable {

    /** How the maps of an analysis were read. */
    static MapReading of(GroupAnalysis analysis, double fwhm) {
        GivenCohort given = analysis.given();
        Map<String, String> digests = new HashMap<>();
        for (InputFile input : analysis.inputs()) digests.put(input.file(), input.sha256());
        return new MapReading(
                MapSize.of(given.cohort(), given.common()).grid(),
                given.common().interpolation().map(Interpolation::name).orElse(""),
                given.common().outside(),
                analysis.mask().mask(),
                fwhm,
                digests);
    }

    /**
     * The values of a file's maps, in mask order, in the order of the file's subjects.
     *
     * @param where who reads, for messages
     * @throws InputException if the file cannot be read there, or holds other bytes than where the driver read it
     */
    List<double[]> read(MapFile file, String where) {
        FilesRead read = FilesRead.begin();
        CommonGrid common = new CommonGrid(
                Optional.of(grid),
                Optional.of(interpolation).filter(name -> !name.isEmpty()).map(Interpolation::named),
                outside);
        List<double[]> maps = new ArrayList<>();
        for (int m = 0; m < file.subjects().length; m++) maps.add(new double[0]);
        try {
            GroupMaps.read(
                    file.maps(),
                    read,
                    (Volume map, int m) -> maps.set(m, SubjectMatrix.values(common.bring(map, grid), mask, fwhm)));
        } catch (InputException e) {
            throw new InputException("On " + where + ": " + e.getMessage(), e);
        }
        read.list(List.of(), (path, digest) -> {
            if (!digest.equals(digests.get(path.toString())))
                throw new InputException(path + ": found other bytes on " + where
                        + " than where the test was begun, expected one file for all; keep the maps on a file system that all"
                        + " executors share, leave them alone until the run has ended, and start it again.");
            return path;
        });
        return maps;
    }
}

package cohort.analysis.model;

import cohort.InputException;
import cohort.Progress;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.VoxelRegressor;
import cohort.files.FilesRead;
import cohort.mask.GroupMaps;
import cohort.mask.GroupMask;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import cohort.subjects.MapsRequest;
import cohort.subjects.Selection;
import cohort.subjects.Subject;
import cohort.subjects.found.Cohorts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * Where the covariates of a model that are maps lie.
 *
 * @param cohort the subjects in the analysis
 * @param maps of each column of the table, in order, the map of each subject
 * @param names of each column what it is called as a formula has it
 */
public record CovariateFiles(Cohort cohort, Map<String, List<MapSource.Stored>> maps, Map<String, String> names) {

    /**
     * Finds them.
     *
     * @throws InputException if a subject has none, a file is not there, or all subjects have the same one
     */
    public static CovariateFiles find(MapsRequest request, Cohort cohort, DesignMatrix design) {
        Map<String, List<MapSource.Stored>> maps = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (VoxelRegressor.CovariateMap map : design.covariateMaps()) {
            names.putIfAbsent(map.column(), map.text());
            List<MapSource.Stored> found = maps.computeIfAbsent(
                    map.column(), column -> Cohorts.columnMaps(request, cohort.covariates(), column));
            if (found.stream().distinct().count() < 2)
                throw new InputException("model: found the same file for all subjects in the column " + map.column()
                        + ", expected maps that differ between subjects; drop " + map.text() + ".");
        }
        return new CovariateFiles(cohort, maps, names);
    }

    /** The files, each once, in the order of the subjects. */
    public List<Path> files() {
        return maps.values().stream()
                .flatMap(List::stream)
                .map(MapSource.Stored::path)
                .distinct()
                .toList();
    }

    /**
     * Reads them, as they are, on the grid of the maps.
     *
     * @param design of which they are covariates
     * @param mask the voxels of the maps, of which those leave in which a covariate is not known
     * @param common what becomes of covariates on other grids
     * @param missing what of them is no data; where every value counts, one that is not finite is 0
     * @param files takes their digests
     */
    public VoxelCovariates read(
            DesignMatrix design,
            GroupMask mask,
            CommonGrid common,
            MissingPolicy missing,
            Storage storage,
            FilesRead files,
            Progress progress) {
        storage.requireMatrices(cohort.size(), mask.mask().size(), maps.size());
        Map<String, FilledMatrix> matrices = new LinkedHashMap<>();
        Map<String, List<?>> alike = new LinkedHashMap<>();
        try {
            for (String column : maps.keySet()) {
                FilledMatrix matrix = FilledMatrix.in(storage, mask.mask().size(), cohort.size(), maps.size());
                matrices.put(column, matrix);
                alike.put(column, fill(matrix, column, mask, common, gaps(missing), storage, files, progress));
            }
            return VoxelCovariates.of(design, matrices, alike, files());
        } catch (RuntimeException | Error e) {
            matrices.values().forEach(FilledMatrix::close);
            throw e;
        }
    }

    /** What is no data leaves, whether or not subjects may lack it in the maps. */
    private static MissingPolicy gaps(MissingPolicy missing) {
        return switch (missing) {
            case ZERO -> MissingPolicy.ZERO;
            case EXCLUDE_ZEROS, AVAILABLE_ZEROS -> MissingPolicy.AVAILABLE_ZEROS;
            default -> MissingPolicy.AVAILABLE;
        };
    }

    /** Gives for each subject what is equal for those whose maps are the same. */
    private List<?> fill(
            FilledMatrix matrix,
            String column,
            GroupMask mask,
            CommonGrid common,
            MissingPolicy gaps,
            Storage storage,
            FilesRead files,
            Progress progress) {
        List<MapSource.Stored> all = maps.get(column),
                distinct = all.stream().distinct().toList();
        CommonGrid onto = common.onto(mask.mask().grid());
        try (Maps read =
                GroupMaps.readCovariate(each(all, distinct), onto, names.get(column), storage, files, progress)) {
            double[][] alike = new double[all.size()][];
            List<Integer> subjects = IntStream.range(0, all.size()).boxed().toList();
            storage.limited(read.grid().voxels(), () -> Parallelization.getTaskExecutor()
                    .forEach(subjects, s -> {
                        progress.checkCanceled();
                        double[] values =
                                SubjectMatrix.values(read.volume(distinct.indexOf(all.get(s))), mask.mask(), 0, gaps);
                        matrix.put(s, values);
                        alike[s] = new double[] {
                            Arrays.hashCode(values), Arrays.stream(values).sum()
                        };
                    }));
            return Arrays.stream(alike).map(Arrays::toString).toList();
        }
    }

    /** Each map once, called after the first subject who has it. */
    private Cohort each(List<MapSource.Stored> all, List<MapSource.Stored> distinct) {
        List<Integer> first = distinct.stream().map(all::indexOf).toList();
        return new Cohort(
                cohort.source(),
                first.stream()
                        .map(s -> new Subject(cohort.ids().get(s), all.get(s)))
                        .toList(),
                cohort.covariates().rows(first),
                List.of(),
                Selection.NAMED);
    }
}

package cohort.region.values;

import cohort.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What programs call the columns of their tables of regions. */
final class RegionColumns {
    /** brainreg and cellfinder, brainglobe-segmentation, QuPath, and what people write. */
    static final List<String> REGIONS = List.of(
            "structure_name",
            "region",
            "region_name",
            "structure",
            "roi",
            "roi_name",
            "brain_region",
            "name",
            "acronym");

    private static final List<String> SIDES = List.of("hemisphere", "hemi", "side");
    private static final List<String> IMAGES = List.of("image", "image_name");
    private static final List<String> CLASSES = List.of("classification", "class");

    /** Where something lies or what it is called, but no measure of it. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)centroid.*|axis_\\d.*|[xyz]|(object |parent |structure_|region_)?id|index|label|side|.*_center_.*");

    /** {@code asegstats2table} and {@code aparcstats2table} name the first column after what was measured. */
    private static final Pattern FREESURFER = Pattern.compile("Measure:\\w+|[lr]h\\.[\\w.-]+\\.\\w+");
    /** What FreeSurfer tells of the whole brain beside its regions. */
    private static final Pattern WHOLE = Pattern.compile(
            "BrainSegVol.*|([lr]h)?CortexVol|([lr]h)?CerebralWhiteMatterVol|SubCortGrayVol|TotalGrayVol|SupraTentorialVol.*"
                    + "|MaskVol.*|([lr]h)?SurfaceHoles|EstimatedTotalIntraCranialVol|eTIV"
                    + "|[lr]h_(MeanThickness_thickness|WhiteSurfArea_area)");
    /** Regions where subjects should be. */
    private static final Pattern TRANSPOSED =
            Pattern.compile("Left-.*|Right-.*|[lr]h_\\w+_\\w+|EstimatedTotalIntraCranialVol|eTIV");

    private RegionColumns() {}

    /** The column of the regions; QuPath's "ROI" is but a shape. */
    static Optional<String> regions(Table table) {
        if (isOfQuPath(table)) return first(table, List.of("name")).or(() -> classes(table));
        return REGIONS.stream()
                .flatMap(name -> first(table, List.of(name)).stream())
                .findFirst();
    }

    static Optional<String> sides(Table table) {
        return first(table, SIDES).filter(column -> !isNumeric(table.column(column)));
    }

    static Optional<String> images(Table table) {
        return first(table, IMAGES);
    }

    static Optional<String> classes(Table table) {
        return first(table, CLASSES);
    }

    /** Whether QuPath exported it: a row per object. */
    static boolean isOfQuPath(Table table) {
        return images(table).isPresent()
                && classes(table).isPresent()
                && (table.has("ROI") || table.has("Object type"));
    }

    static boolean isPlace(String column) {
        return PLACE.matcher(column).matches();
    }

    static boolean isOfFreeSurfer(Table table) {
        return FREESURFER.matcher(table.columns().get(0)).matches();
    }

    /** Whether {@code --transpose} exchanged its rows and columns. */
    static boolean isTransposed(Table table) {
        return isOfFreeSurfer(table)
                && table.column(table.columns().get(0)).stream()
                        .anyMatch(cell -> TRANSPOSED.matcher(cell).matches());
    }

    static boolean isOfWholeBrain(String column) {
        return WHOLE.matcher(column).matches();
    }

    /** Whether cells are numbers, one at least, or missing. */
    static boolean isNumeric(List<String> cells) {
        return cells.stream().allMatch(cell -> Table.isMissing(cell) || Table.isNumber(cell))
                && cells.stream().anyMatch(Table::isNumber);
    }

    private static Optional<String> first(Table table, List<String> names) {
        return table.columns().stream()
                .filter(column -> names.contains(column.toLowerCase(Locale.ROOT).replace(' ', '_')))
                .findFirst();
    }
}

package cohort.report.section;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.GroupResults;
import cohort.figure.GlassBrain;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourMap;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.image.Grid;
import cohort.image.VoxelUnit;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.words.MaskWords;
import cohort.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** Which voxels were analysed. */
public record MaskSection() implements Section {

    @Override
    public String id() {
        return "mask";
    }

    @Override
    public String title() {
        return "Voxels";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        RunRecord run = results.run();
        Grid grid = results.mask().grid();
        VoxelUnit unit = VoxelUnit.of(grid);
        String words = Words.count(run.voxels(), "voxel") + " (" + MaskWords.volume(results) + ") "
                + MaskWords.of(run) + ", on a grid of " + grid.nx() + " × " + grid.ny() + " × " + grid.nz()
                + " voxels of " + size(unit, grid, 0) + " × " + size(unit, grid, 1)
                + " × "
                + size(unit, grid, 2) + " " + unit.name() + ". "
                + MaskWords.data(run) + " " + space(results);
        return Stream.of(
                Element.of("p", words),
                Picture.figure(
                        List.of(Picture.bitmap(
                                GlassBrain.draw(
                                        List.of(new Panel("", results.mask().toVolume())),
                                        GlassOptions.DEFAULT
                                                .withMask(results.mask())
                                                .withOutline(Outline.auto(
                                                        results.run().space()))
                                                .withViews("lyrz")
                                                .withLut(ColourMap.GRAY)
                                                .withVmax(2)
                                                .withStyle(Picture.HALF)),
                                "The mask seen through a glass brain")),
                        new Text("The voxels analysed, in a glass brain.")));
    }

    /** The maps' files may say in which space they lie, or the shape of a brain does. */
    private static String space(GroupResults results) {
        Outline outline = Outline.auto(results.run().space());
        boolean mni = outline.isMni(results.mask().grid(), results.mask().inside());
        String why = outline == Outline.DECLARED ? "as the maps' files say" : "judging by the shape of the mask";
        return "Coordinates are in mm: x to the right, y to the front, z up, "
                + (mni ? "in MNI space, " + why + "." : "in the space of the maps.");
    }

    private static String size(VoxelUnit unit, Grid grid, int axis) {
        return Words.digits(unit.length(grid.voxelSize(axis)), 4);
    }
}

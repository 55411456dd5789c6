package cohort.report;

import cohort.figure.ColourMap;
import cohort.figure.GlassBrain;
import cohort.figure.GlassOptions;
import cohort.figure.Panel;
import cohort.image.Grid;
import java.util.List;
import java.util.stream.Stream;

/** Which voxels were analysed. */
record MaskSection() implements Section {

    @Override
    public String id() {
        return "mask";
    }

    @Override
    public String title() {
        return "Voxels";
    }

    @Override
    public Stream<Node> content(Results results) {
        RunRecord run = results.run();
        Grid grid = results.mask().grid();
        String words = Words.count(run.voxels(), "voxel") + " (" + MaskWords.volume(run) + ") "
                + MaskWords.of(run) + ", on a grid of " + grid.nx() + " × " + grid.ny() + " × " + grid.nz()
                + " voxels of " + Words.digits(grid.voxelSize(0), 4) + " × " + Words.digits(grid.voxelSize(1), 4)
                + " × "
                + Words.digits(grid.voxelSize(2), 4) + " mm. "
                + MaskWords.data(run);
        return Stream.of(
                Element.of("p", words),
                Picture.figure(
                        List.of(Picture.bitmap(
                                GlassBrain.draw(
                                        List.of(new Panel("", results.mask().toVolume())),
                                        GlassOptions.DEFAULT
                                                .withMask(results.mask())
                                                .withViews("lyrz")
                                                .withLut(ColourMap.GRAY)
                                                .withVmax(2)),
                                "The mask seen through a glass brain")),
                        new Text("The voxels analysed, in a glass brain.")));
    }
}

package cohort.figure.glass;

import cohort.figure.anatomy.Drawing;
import cohort.figure.paper.Paper;
import cohort.figure.space.View;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A transparent body as one view shows it: its silhouette, lines in it, and the darkening where its surface turns away from
 * the eye. Lengths are mm across (negative if the view is mirrored) and up.
 *
 * @param silhouette the outer outline
 * @param lines outlines of planes across the line of sight, or what is drawn of a brain's parts; later ones cover earlier ones
 * @param shade black with little opacity, first row lowest
 * @param shadePlace takes the pixels of {@code shade} to mm
 */
record Glass(Path2D silhouette, List<GlassLine> lines, BufferedImage shade, AffineTransform shadePlace) {

    /** How far an outline may leave the mask to be smooth, in voxels. */
    private static final double SLACK = 0.35;

    /** Where the sections lie, as fractions of the depth that the eye looks through. */
    private static final double[] DEPTHS = {0.28, 0.6};

    private static final double SECTION = 0.75, DIVISION = 0.85, SULCUS = 0.65;
    private static final int SECTION_OPACITY = 0x28, DIVISION_OPACITY = 0x90, SULCUS_OPACITY = 0x48;
    private static final int VENTRICLE_OPACITY = 0x50, FLUID_OPACITY = 0x12;

    /**
     * @param body the mask
     * @param view where to look from
     * @param middle where the left half ends, in mm of x
     */
    static Glass of(TissueDensity body, View view, double middle) {
        Depths depths = Depths.of(body, view, middle);
        List<GlassLine> sections = new ArrayList<>();
        for (double part : DEPTHS) {
            int section = depths.at(part);
            Path2D path = outline(body, view, depths.densest(section, section));
            sections.add(GlassLine.of(path, SECTION, SECTION_OPACITY));
        }
        Path2D silhouette = outline(body, view, depths.densest(depths.from(), depths.to()));
        return new Glass(silhouette, List.copyOf(sections), depths.shade(), toMm(body, view, -0.5));
    }

    /** A schematic brain. */
    static Glass of(Drawing drawing) {
        List<GlassLine> lines = List.of(
                GlassLine.of(drawing.ventricles(), SULCUS, VENTRICLE_OPACITY).filled(FLUID_OPACITY),
                GlassLine.of(drawing.sulci(), SULCUS, SULCUS_OPACITY),
                GlassLine.of(drawing.divisions(), DIVISION, DIVISION_OPACITY));
        RimShade shade = RimShade.of(drawing.outline());
        return new Glass(drawing.outline(), lines, shade.image(), shade.place());
    }

    /** The shade as it is drawn on a paper: black paper is lit where white paper darkens. */
    BufferedImage shade(Paper paper) {
        if (paper == Paper.WHITE) return shade;
        BufferedImage lit = new BufferedImage(shade.getWidth(), shade.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < lit.getHeight(); y++)
            for (int x = 0; x < lit.getWidth(); x++) lit.setRGB(x, y, shade.getRGB(x, y) | 0xFFFFFF);
        return lit;
    }

    private static Path2D outline(TissueDensity body, View view, float[] field) {
        Path2D all = new Path2D.Double();
        int width = body.size(view.across()), height = body.size(view.up());
        for (Path2D curve : ContourTracer.trace(field, width, height, TissueDensity.SURFACE, SLACK * body.grain()))
            all.append(curve, false);
        all.transform(toMm(body, view, 0));
        return all;
    }

    private static AffineTransform toMm(TissueDensity body, View view, double corner) {
        AffineTransform toMm = AffineTransform.getScaleInstance(view.mirrored() ? -1 : 1, 1);
        toMm.translate(body.mm(view.across(), corner), body.mm(view.up(), corner));
        toMm.scale(body.cell(view.across()), body.cell(view.up()));
        return toMm;
    }
}

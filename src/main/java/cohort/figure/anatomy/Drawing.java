package cohort.figure.anatomy;

import java.awt.geom.Path2D;

/**
 * A brain as one view shows it. Lengths are mm across (negative if the view is mirrored) and up.
 *
 * @param outline the silhouette
 * @param divisions what parts the brain: the interhemispheric, lateral and central fissures, the borders of cerebellum and
 *     brain stem
 * @param sulci lesser lines
 * @param ventricles closed curves
 */
public record Drawing(Path2D outline, Path2D divisions, Path2D sulci, Path2D ventricles) {}

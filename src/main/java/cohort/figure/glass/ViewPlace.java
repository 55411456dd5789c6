package cohort.figure.glass;

import cohort.figure.space.View;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Where a view of a glass brain stands in its figure.
 *
 * @param view from where the glass is seen
 * @param frame what it covers, in points from the upper left corner of the figure
 * @param fromMm from mm across and up to points; a copy is to be changed, not this one
 */
public record ViewPlace(View view, Rectangle2D frame, AffineTransform fromMm) {}

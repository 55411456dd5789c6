package cohort.report.viewer;

import cohort.figure.glass.GlassSheet;
import cohort.figure.glass.ViewPlace;
import cohort.figure.paper.Figure;
import cohort.figure.space.View;
import cohort.report.html.Element;
import com.google.gson.Gson;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What a table or a picture tells the viewer of the places that it shows. */
public final class ViewerLinks {

    private ViewerLinks() {}

    /**
     * A row of a table that leads to a voxel.
     *
     * @param contrast number of the contrast, from 0
     * @param voxel its numbers in the files, from 0, separated by blanks
     */
    public static Element row(Element row, int contrast, String voxel) {
        return row.with("data-contrast", "" + contrast).with("data-voxel", voxel);
    }

    /**
     * A picture of glass brains that leads to the peaks that are seen in it.
     *
     * @param contrast number of the contrast, from 0
     * @param sheet what the picture shows
     */
    public static Element glass(Element image, int contrast, GlassSheet sheet) {
        Figure figure = sheet.figure();
        List<Place> places = sheet.places().stream()
                .map(place -> Place.of(place, figure, sheet.middle()))
                .toList();
        return image.with("data-contrast", "" + contrast).with("data-views", new Gson().toJson(places));
    }

    /**
     * A view in a picture.
     *
     * @param left of its frame, as a part of the picture's width; so on
     * @param across the axis of space that runs across
     * @param up the axis that runs up
     * @param from across and up in mm at the upper left corner
     * @param to across and up in mm at the lower right corner
     * @param half -1 if only the left half of the brain is seen, 1 if only the right one is, else 0
     * @param middle where the left half ends, in mm of x
     */
    private record Place(
            double left,
            double top,
            double width,
            double height,
            int across,
            int up,
            double[] from,
            double[] to,
            int half,
            double middle) {

        static Place of(ViewPlace place, Figure figure, double middle) {
            Rectangle2D frame = place.frame();
            View view = place.view();
            return new Place(
                    frame.getX() / figure.width(),
                    frame.getY() / figure.height(),
                    frame.getWidth() / figure.width(),
                    frame.getHeight() / figure.height(),
                    view.across(),
                    view.up(),
                    mm(place.fromMm(), frame.getMinX(), frame.getMinY()),
                    mm(place.fromMm(), frame.getMaxX(), frame.getMaxY()),
                    view == View.L ? -1 : view == View.R ? 1 : 0,
                    middle);
        }

        private static double[] mm(AffineTransform fromMm, double x, double y) {
            try {
                Point2D mm = fromMm.inverseTransform(new Point2D.Double(x, y), null);
                return new double[] {mm.getX(), mm.getY()};
            } catch (NoninvertibleTransformException e) {
                throw new IllegalStateException("a view without extent", e);
            }
        }
    }
}

package cohort.imagej.workbench.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.imagej.Headless;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RowPicturesTest {
    static {
        Headless.start(); // the colours are in ImageJ's classes
    }

    /** Stored from right to left: 6 x 4 x 3 voxels of 2 mm. */
    private static final Grid GRID = new Grid(6, 4, 3, -2, 0, 0, 10, 0, 2, 0, 0, 0, 0, 2, 0);

    private static Volume map() {
        float[] values = new float[GRID.voxels()];
        values[GRID.index(0, 0, 1)] = 5; // on the right, at the back
        values[GRID.index(5, 3, 1)] = -5;
        values[GRID.index(3, 2, 1)] = Float.NaN;
        values[GRID.index(3, 2, 0)] = 9;
        return Volume.of(GRID, values);
    }

    @Test
    void theMiddleSliceIsSeenFromAboveWithLeftOnTheLeft() {
        BufferedImage picture = RowPictures.picture(map(), 1);
        assertEquals(48, picture.getWidth());
        assertEquals(32, picture.getHeight(), "as wide as high as the map");
        int right = picture.getRGB(47, 31), left = picture.getRGB(0, 0);
        assertTrue((right >> 16 & 0xFF) > (right & 0xFF) + 60, "red above 0");
        assertTrue((left & 0xFF) > (left >> 16 & 0xFF) + 60, "blue below");
        assertEquals(0, picture.getRGB(20, 12), "not a number, in front of another slice");
        assertEquals(0, picture.getRGB(40, 4), "0");
        BufferedImage zoomed = RowPictures.picture(map(), 2);
        assertEquals(96, zoomed.getWidth());
        assertEquals(64, zoomed.getHeight());
        assertEquals(right, zoomed.getRGB(95, 63));
    }

    @Test
    void theRowsThatAreAskedForAreReadOnceAndTheLastOneFirst() throws Exception {
        List<Integer> read = Collections.synchronizedList(new ArrayList<>()), drawn = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(4);
        RowPictures pictures = new RowPictures(row -> {
            drawn.add(row);
            all.countDown();
        });
        EventQueue.invokeAndWait(() -> {
            pictures.show(row -> {
                read.add(row);
                if (row == 2) throw new InputException("cannot be read");
                return map();
            });
            for (int row : new int[] {9, 1, 2, 3}) assertTrue(pictures.of(row).isEmpty());
        });
        all.await();
        EventQueue.invokeAndWait(() -> {
            assertTrue(pictures.of(3).isPresent());
            assertTrue(pictures.of(2).isEmpty(), "no picture of what cannot be read");
        });
        assertEquals(List.of(9, 3, 2, 1), read);
        assertEquals(List.of(9, 3, 2, 1), drawn);
    }

    /** Rows that were scrolled past do not keep those in sight waiting. */
    @Test
    void ofManyRowsTheLastOnesAreDrawn() throws Exception {
        List<Integer> read = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(51);
        RowPictures pictures = new RowPictures(row -> all.countDown());
        EventQueue.invokeAndWait(() -> {
            pictures.show(row -> {
                read.add(row);
                return map();
            });
            for (int row = 0; row < 10000; row++) pictures.of(row);
        });
        all.await();
        assertEquals(51, read.size());
        assertEquals(0, read.get(0));
        assertEquals(9999, read.get(1));
        assertEquals(9950, read.get(50));
    }
}

package cohort.command.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackdropTest {

    @Test
    void itIsMadeOnceAndOnlyIfItIsAskedFor() {
        Volume volume = Volume.of(Grid.ofVoxelSize(1, 1, 1, 1, 1, 1), new float[1]);
        AtomicInteger made = new AtomicInteger();
        Backdrop backdrop = Backdrop.mask(() -> {
            made.incrementAndGet();
            return volume;
        });
        assertEquals(0, made.get());
        assertSame(volume, backdrop.shown().volume());
        assertSame(backdrop.shown(), backdrop.shown());
        assertEquals(1, made.get());
    }
}

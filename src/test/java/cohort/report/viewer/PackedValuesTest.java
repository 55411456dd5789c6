package cohort.report.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** Values read back by Java's own inflater, as the format says. */
class PackedValuesTest {

    private static byte[] unpack(String data) throws IOException {
        return new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(data)))
                .readAllBytes();
    }

    private static double[] read(PackedValues packed, boolean[] exact) throws IOException {
        byte[] bytes = unpack(packed.data());
        double[] values = new double[exact.length];
        int kept = 0, different = packed.different();
        for (boolean flag : exact) if (flag) kept++;
        int floats = different > 0 ? different : kept;
        for (int v = 0, n = 0, sum = 0; v < values.length; v++) {
            sum = sum + bytes[v] & 0xFF;
            values[v] = sum == 0 ? Double.NaN : packed.low() + (sum - 1) * (packed.high() - packed.low()) / 254;
            if (!exact[v]) continue;
            int ranks = values.length + 4 * floats + n;
            int at = different > 0 ? (bytes[ranks] & 0xFF) << 8 | bytes[ranks + kept] & 0xFF : n;
            byte[] own = new byte[4];
            for (int b = 0; b < 4; b++) own[b] = bytes[values.length + b * floats + at];
            values[v] = ByteBuffer.wrap(own).getFloat();
            n++;
        }
        return values;
    }

    @Test
    void keptValuesComeBackAndOthersWithinAStep() throws IOException {
        Random random = new Random(3);
        double[] values = random.doubles(5000, -3, 9).toArray();
        boolean[] exact = new boolean[values.length];
        for (int v = 0; v < values.length; v++) exact[v] = random.nextInt(4) == 0;
        values[7] = Double.NaN;
        values[8] = 0;
        exact[8] = false;
        PackedValues packed = PackedValues.of(values, exact);
        double[] read = read(packed, exact);
        double step = (packed.high() - packed.low()) / 254;
        assertEquals(-packed.high(), packed.low());
        assertTrue(packed.error() <= step, packed.error() + " > " + step);
        for (int v = 0; v < values.length; v++) {
            if (v == 7) assertTrue(exact[7] || Double.isNaN(read[7]));
            else if (exact[v]) assertEquals((float) values[v], read[v]);
            else assertEquals(values[v], read[v], packed.error() + 1e-12);
        }
        assertEquals(0, read[8], 1e-12);
    }

    @Test
    void valuesThatRepeatComeBackByTheirNumbers() throws IOException {
        Random random = new Random(4);
        double[] values = random.ints(8000, -500, 500).mapToDouble(k -> k / 7.0).toArray();
        boolean[] exact = new boolean[values.length];
        for (int v = 0; v < values.length; v++) exact[v] = v % 40 != 0;
        PackedValues packed = PackedValues.of(values, exact);
        assertTrue(packed.different() > 256, packed.different() + " values");
        double[] read = read(packed, exact);
        for (int v = 0; v < values.length; v++) if (exact[v]) assertEquals((float) values[v], read[v]);
    }

    @Test
    void onlyZeroIsZero() throws IOException {
        double[] values = {0, 1e-9, 10, 5};
        double[] read = read(PackedValues.of(values, new boolean[4]), new boolean[4]);
        assertArrayEquals(new double[] {0, 10 / 254.0, 10, 127 * 10 / 254.0}, read, 1e-12);
    }

    @Test
    void aMapOfZerosIsPacked() throws IOException {
        assertArrayEquals(new double[3], read(PackedValues.of(new double[3], new boolean[3]), new boolean[3]));
    }

    @Test
    void flagsAreBitsFromTheLowestOn() {
        boolean[] flags = {true, false, true, false, false, false, false, true, true};
        assertArrayEquals(new byte[] {(byte) 0b10000101, 1}, Packing.bits(flags));
    }
}

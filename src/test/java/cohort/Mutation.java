package cohort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damage of the kinds that files suffer: wrong bytes, wrong numbers, bytes that are missing, too many or elsewhere. */
public final class Mutation {
    private static final byte[] LIKELY = {0, 1, 2, 3, 4, 8, 16, 64, 127, -128, -1};
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        2,
        0.5,
        1e-30,
        1e30,
        -352,
        348,
        352,
        352.5,
        540,
        1e9,
        Short.MAX_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        Float.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private Mutation() {}

    /**
     * Damages a copy.
     *
     * @param within number of first bytes among which the damage is done; what is cut is cut anywhere
     */
    public static byte[] of(byte[] whole, Random random, int within) {
        byte[] bytes = whole.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--)
            bytes = once(bytes, random, Math.min(within, bytes.length));
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random, int within) {
        int at = random.nextInt(within);
        switch (random.nextInt(12)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                return moved(bytes, at, 1 + random.nextInt(8));
            }
            case 2 -> {
                return moved(bytes, at, -1 - random.nextInt(8));
            }
            case 3, 4, 5, 6 -> putNumber(bytes, at, random);
            case 7, 8, 9 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
            default -> bytes[at] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** What stands from a place on, later by some bytes or earlier. */
    private static byte[] moved(byte[] bytes, int at, int by) {
        byte[] moved = Arrays.copyOf(bytes, Math.max(at, bytes.length + by));
        int from = Math.min(bytes.length, by < 0 ? at - by : at), to = by < 0 ? at : at + by;
        System.arraycopy(
                bytes,
                from,
                moved,
                Math.min(to, moved.length),
                Math.min(bytes.length - from, moved.length - Math.min(to, moved.length)));
        return moved;
    }

    private static void putNumber(byte[] bytes, int at, Random random) {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        double number = NUMBERS[random.nextInt(NUMBERS.length)];
        int place = at / 4 * 4;
        if (place + 8 > bytes.length) return;
        switch (random.nextInt(5)) {
            case 0 -> buffer.putShort(at / 2 * 2, (short) number);
            case 1 -> buffer.putInt(place, (int) number);
            case 2 -> buffer.putFloat(place, (float) number);
            case 3 -> buffer.putLong(place, (long) number);
            default -> buffer.putDouble(place, number);
        }
    }
}

package cohort.image;

import java.util.Random;

/** Damage of the kind that headers suffer: a few bytes, half of them values at the edges of a range. */
final class Mutation {
    private static final byte[] LIKELY = {0, 1, 2, 3, 4, 8, 16, 64, 127, -128, -1};

    private Mutation() {}

    /** Changes one to four of the first bytes in place. */
    static byte[] of(byte[] bytes, Random random, int within) {
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(within);
            bytes[at] = random.nextBoolean() ? LIKELY[random.nextInt(LIKELY.length)] : (byte) random.nextInt();
        }
        return bytes;
    }
}

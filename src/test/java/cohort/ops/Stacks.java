package cohort.ops;

import java.util.Arrays;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.DoubleType;

/** Images from arrays and back. */
final class Stacks {
    private Stacks() {}

    /** Maps along a last axis. */
    static Img<DoubleType> of(double[][] maps, long... size) {
        long[] stack = Arrays.copyOf(size, size.length + 1);
        stack[size.length] = maps.length;
        return ArrayImgs.doubles(
                Arrays.stream(maps).flatMapToDouble(Arrays::stream).toArray(), stack);
    }

    /** Rows of numbers, the columns along the first axis. */
    static Img<DoubleType> matrix(double[]... rows) {
        return of(rows, rows[0].length);
    }

    static Img<BitType> bits(boolean[] flags, long... size) {
        Img<BitType> bits = ArrayImgs.bits(size);
        int v = 0;
        for (BitType bit : bits) bit.set(flags[v++]);
        return bits;
    }

    static boolean[] flags(RandomAccessibleInterval<BitType> image) {
        boolean[] flags = new boolean[Math.toIntExact(image.size())];
        Cursor<BitType> cursor = image.view().flatIterable().cursor();
        for (int v = 0; v < flags.length; v++) flags[v] = cursor.next().get();
        return flags;
    }
}

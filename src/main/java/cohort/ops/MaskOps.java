package cohort.ops;

import cohort.InputException;
import cohort.mask.Mask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.subjects.Maps;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;

/** The rules that find a mask, as an op. */
public final class MaskOps {
    private MaskOps() {}

    /**
     * Finds the voxels to analyse in the maps themselves.
     *
     * @implNote op names='cohort.mask.fromMaps'
     * @param maps 4D: x, y, z and one map for each subject
     * @param strategy {@code auto} (the default, the same as {@code background}), {@code background}, {@code epi},
     *     {@code intersection} or {@code multi-background} (nullable)
     * @param missing {@code exclude} (the default) leaves out voxels that are not finite in some subject or 0 in all,
     *     {@code exclude-zeros} also those that are 0 in some, {@code zero} none (nullable)
     * @return true in the mask
     * @throws InputException if there is no such strategy or no voxel is left
     */
    public static <T extends RealType<T>> RandomAccessibleInterval<BitType> fromMaps(
            RandomAccessibleInterval<T> maps, String strategy, String missing) {
        Maps all = Images.maps(maps, Images.grid(maps));
        MissingPolicy policy =
                missing == null ? MissingPolicy.EXCLUDE : MissingPolicy.whole(missing, "this mask is of");
        return bits(Masks.fromMaps(all, strategy == null ? "auto" : strategy, policy)
                .mask());
    }

    private static Img<BitType> bits(Mask mask) {
        Img<BitType> bits = ArrayImgs.bits(mask.grid().dimensions());
        boolean[] inside = mask.inside();
        int v = 0;
        for (BitType bit : bits) bit.set(inside[v++]);
        return bits;
    }
}

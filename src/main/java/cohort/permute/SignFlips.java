package cohort.permute;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Each subject's sign is flipped or not: exchangeable if errors are symmetric about zero. */
final class SignFlips implements Shuffling {
    private final int subjects;
    private final int[] identity;

    SignFlips(int subjects) {
        this.subjects = subjects;
        this.identity = IntStream.range(0, subjects).toArray();
    }

    @Override
    public String name() {
        return "sign flips";
    }

    @Override
    public double count() {
        return Math.pow(2, subjects);
    }

    @Override
    public Iterator<Shuffle> random(int seed) {
        NumpyRandom random = NumpyRandom.ofFirstJob(seed);
        int[] sign = new int[subjects];
        Arrays.fill(sign, 1);
        return Stream.generate(() -> {
                    for (int i = 0; i < subjects; i++) if (random.bounded(1) == 0) sign[i] = -sign[i];
                    return new Shuffle(identity, sign.clone());
                })
                .iterator();
    }

    @Override
    public Iterator<Shuffle> all() {
        return LongStream.range(1, 1L << subjects)
                .mapToObj(bits -> new Shuffle(
                        identity,
                        IntStream.range(0, subjects)
                                .map(i -> (bits >> i & 1) == 1 ? -1 : 1)
                                .toArray()))
                .iterator();
    }

    @Override
    public double[][] invariants() {
        return new double[0][];
    }
}

package cohort.permute.tile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums that stay in registers: those of some columns with two vectors of voxels, over a run of terms.
 */
final class VectorProducts implements InnerProducts {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final int FLOAT = FLOATS.length(), SHORT = SHORTS.length();
    private static final int FLOAT_PANEL = 2 * FLOAT, SHORT_PANEL = 4 * SHORT;
    private static final int ABREAST = 4;
    /** Terms whose numbers stay in the nearest cache, and which are summed by themselves. */
    private static final int RUN = 256;

    private final float[][] floatSums = new float[ABREAST][FLOAT_PANEL];

    /** Panels of some vectors of voxels, terms x voxels; a last one that is not full is filled up. */
    @Override
    public int arranged(int terms, int width) {
        return terms * ((width + FLOAT_PANEL - 1) / FLOAT_PANEL * FLOAT_PANEL);
    }

    @Override
    public void arrange(float[][] rows, int length, float[] arranged) {
        int to = 0;
        for (int j = 0; j < length; j += FLOAT_PANEL) {
            boolean isWhole = j + FLOAT_PANEL <= rows[0].length;
            for (float[] row : rows) {
                if (isWhole) {
                    FloatVector.fromArray(FLOATS, row, j).intoArray(arranged, to);
                    FloatVector.fromArray(FLOATS, row, j + FLOAT).intoArray(arranged, to + FLOAT);
                } else System.arraycopy(row, j, arranged, to, row.length - j);
                to += FLOAT_PANEL;
            }
        }
    }

    @Override
    public void multiply(float[][] rows, float[] arranged, int length, int from, float[][] columns, float[][] sums) {
        for (int i = from; i < rows.length; i += RUN)
            for (int j = 0; j < length; j += FLOAT_PANEL) {
                int terms = Math.min(RUN, rows.length - i), panel = j * rows.length + i * FLOAT_PANEL;
                for (int c = 0; c < sums.length; c += ABREAST)
                    multiply(arranged, panel, columns, i, terms, i > from, c, sums, j);
            }
    }

    private void multiply(
            float[] arranged,
            int panel,
            float[][] columns,
            int from,
            int terms,
            boolean isStarted,
            int c,
            float[][] sums,
            int j) {
        int last = Math.min(ABREAST, sums.length - c) - 1, width = Math.min(FLOAT_PANEL, sums[c].length - j);
        boolean isWhole = last == ABREAST - 1 && width == FLOAT_PANEL;
        float[][] to = isWhole ? sums : floatSums;
        int at = isWhole ? j : 0, first = isWhole ? c : 0;
        multiply(
                arranged,
                panel,
                terms,
                from,
                columns[c],
                columns[c + Math.min(1, last)],
                columns[c + Math.min(2, last)],
                columns[c + last],
                to[first],
                to[first + 1],
                to[first + 2],
                to[first + 3],
                at,
                isWhole && isStarted);
        if (!isWhole) for (int k = 0; k <= last; k++) add(floatSums[k], sums[c + k], j, width, isStarted);
    }

    private static void add(float[] more, float[] sum, int from, int width, boolean isStarted) {
        if (isStarted) for (int l = 0; l < width; l++) sum[from + l] += more[l];
        else System.arraycopy(more, 0, sum, from, width);
    }

    private static void multiply(
            float[] numbers,
            int panel,
            int terms,
            int from,
            float[] u,
            float[] v,
            float[] w,
            float[] x,
            float[] p,
            float[] q,
            float[] r,
            float[] s,
            int at,
            boolean isStarted) {
        FloatVector p0 = FloatVector.zero(FLOATS), q0 = p0, r0 = p0, s0 = p0;
        FloatVector p1 = p0, q1 = p0, r1 = p0, s1 = p0;
        for (int t = 0; t < terms; t++) {
            FloatVector y = FloatVector.fromArray(FLOATS, numbers, panel + t * FLOAT_PANEL);
            FloatVector z = FloatVector.fromArray(FLOATS, numbers, panel + t * FLOAT_PANEL + FLOAT);
            FloatVector weight = FloatVector.broadcast(FLOATS, u[from + t]);
            p0 = y.fma(weight, p0);
            p1 = z.fma(weight, p1);
            weight = FloatVector.broadcast(FLOATS, v[from + t]);
            q0 = y.fma(weight, q0);
            q1 = z.fma(weight, q1);
            weight = FloatVector.broadcast(FLOATS, w[from + t]);
            r0 = y.fma(weight, r0);
            r1 = z.fma(weight, r1);
            weight = FloatVector.broadcast(FLOATS, x[from + t]);
            s0 = y.fma(weight, s0);
            s1 = z.fma(weight, s1);
        }
        if (isStarted) {
            p0 = p0.add(FloatVector.fromArray(FLOATS, p, at));
            p1 = p1.add(FloatVector.fromArray(FLOATS, p, at + FLOAT));
            q0 = q0.add(FloatVector.fromArray(FLOATS, q, at));
            q1 = q1.add(FloatVector.fromArray(FLOATS, q, at + FLOAT));
            r0 = r0.add(FloatVector.fromArray(FLOATS, r, at));
            r1 = r1.add(FloatVector.fromArray(FLOATS, r, at + FLOAT));
            s0 = s0.add(FloatVector.fromArray(FLOATS, s, at));
            s1 = s1.add(FloatVector.fromArray(FLOATS, s, at + FLOAT));
        }
        p0.intoArray(p, at);
        p1.intoArray(p, at + FLOAT);
        q0.intoArray(q, at);
        q1.intoArray(q, at + FLOAT);
        r0.intoArray(r, at);
        r1.intoArray(r, at + FLOAT);
        s0.intoArray(s, at);
        s1.intoArray(s, at + FLOAT);
    }

    /** One for each term of a run, and one for each run. */
    @Override
    public int roundings(int terms) {
        return Math.min(terms, RUN) + (terms + RUN - 1) / RUN;
    }

    @Override
    public void arrange(short[][] rows, short[] arranged) {
        int to = 0;
        for (int j = 0; j < ShortProducts.SIZE; j += SHORT_PANEL)
            for (short[] row : rows) {
                System.arraycopy(row, j, arranged, to, SHORT_PANEL);
                to += SHORT_PANEL;
            }
    }

    @Override
    public void multiply(short[][] rows, short[] arranged, short start, short[][] columns, short[][] sums) {
        for (int i = 0; i < rows.length; i += RUN)
            for (int j = 0; j < ShortProducts.SIZE; j += SHORT_PANEL) {
                int terms = Math.min(RUN, rows.length - i), panel = j * rows.length + i * SHORT_PANEL;
                for (int c = 0; c < sums.length; c += 2)
                    multiply(arranged, panel, terms, i, start, columns[c], columns[c + 1], sums[c], sums[c + 1], j);
            }
    }

    private static void multiply(
            short[] numbers,
            int panel,
            int terms,
            int from,
            short start,
            short[] u,
            short[] v,
            short[] p,
            short[] q,
            int at) {
        boolean isStarted = from > 0;
        ShortVector p0 = start(p, at, isStarted, start);
        ShortVector p1 = start(p, at + SHORT, isStarted, start);
        ShortVector p2 = start(p, at + 2 * SHORT, isStarted, start);
        ShortVector p3 = start(p, at + 3 * SHORT, isStarted, start);
        ShortVector q0 = start(q, at, isStarted, start);
        ShortVector q1 = start(q, at + SHORT, isStarted, start);
        ShortVector q2 = start(q, at + 2 * SHORT, isStarted, start);
        ShortVector q3 = start(q, at + 3 * SHORT, isStarted, start);
        for (int t = 0; t < terms; t++) {
            int place = panel + t * SHORT_PANEL;
            ShortVector y0 = ShortVector.fromArray(SHORTS, numbers, place);
            ShortVector y1 = ShortVector.fromArray(SHORTS, numbers, place + SHORT);
            ShortVector y2 = ShortVector.fromArray(SHORTS, numbers, place + 2 * SHORT);
            ShortVector y3 = ShortVector.fromArray(SHORTS, numbers, place + 3 * SHORT);
            ShortVector weight = ShortVector.broadcast(SHORTS, u[from + t]);
            p0 = y0.mul(weight).add(p0);
            p1 = y1.mul(weight).add(p1);
            p2 = y2.mul(weight).add(p2);
            p3 = y3.mul(weight).add(p3);
            weight = ShortVector.broadcast(SHORTS, v[from + t]);
            q0 = y0.mul(weight).add(q0);
            q1 = y1.mul(weight).add(q1);
            q2 = y2.mul(weight).add(q2);
            q3 = y3.mul(weight).add(q3);
        }
        p0.intoArray(p, at);
        p1.intoArray(p, at + SHORT);
        p2.intoArray(p, at + 2 * SHORT);
        p3.intoArray(p, at + 3 * SHORT);
        q0.intoArray(q, at);
        q1.intoArray(q, at + SHORT);
        q2.intoArray(q, at + 2 * SHORT);
        q3.intoArray(q, at + 3 * SHORT);
    }

    private static ShortVector start(short[] sum, int at, boolean isStarted, short start) {
        return isStarted ? ShortVector.fromArray(SHORTS, sum, at) : ShortVector.broadcast(SHORTS, start);
    }
}

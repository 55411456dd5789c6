package cohort.mask;

import cohort.image.Grid;

/** Binary morphology on a grid with the 6 face neighbours; beyond the grid everything is background. */
final class Morphology {
    private final Grid grid;
    private final int[] strides;

    Morphology(Grid grid) {
        this.grid = grid;
        strides = new int[] {1, grid.nx(), grid.nx() * grid.ny()};
    }

    /** Erodes, keeps the largest component and grows back, as nilearn does after each of its rules that opens. */
    boolean[] clean(boolean[] inside, int opening) {
        boolean[] core = largestComponent(erode(inside, opening));
        return erode(dilate(core, 2 * opening), opening);
    }

    boolean[] erode(boolean[] inside, int times) {
        boolean[] result = inside.clone();
        for (int t = 0; t < times; t++) result = step(result, true);
        return result;
    }

    boolean[] dilate(boolean[] inside, int times) {
        boolean[] result = inside.clone();
        for (int t = 0; t < times; t++) result = step(result, false);
        return result;
    }

    /** A voxel changes when one of its neighbours is unlike it: all must be inside to stay, one suffices to join. */
    private boolean[] step(boolean[] inside, boolean erosion) {
        boolean[] result = inside.clone();
        for (int v = 0; v < inside.length; v++) {
            if (inside[v] != erosion) continue;
            for (int axis = 0; axis < 3 && result[v] == erosion; axis++)
                if (neighbour(inside, v, axis, -1) != erosion || neighbour(inside, v, axis, 1) != erosion)
                    result[v] = !erosion;
        }
        return result;
    }

    private boolean neighbour(boolean[] inside, int v, int axis, int direction) {
        int position = grid.coordinate(v, axis) + direction;
        return position >= 0 && position < grid.size(axis) && inside[v + direction * strides[axis]];
    }

    /** The component with the most voxels; among equals the one met first in the order of the file. */
    boolean[] largestComponent(boolean[] inside) {
        int[] label = new int[inside.length];
        int[] stack = new int[inside.length];
        int labels = 0, largest = 0, largestSize = 0;
        for (int seed = 0; seed < inside.length; seed++) {
            if (!inside[seed] || label[seed] != 0) continue;
            int size = flood(inside, label, ++labels, seed, stack);
            if (size > largestSize) {
                largest = labels;
                largestSize = size;
            }
        }
        boolean[] result = new boolean[inside.length];
        for (int v = 0; v < result.length; v++) result[v] = largest > 0 && label[v] == largest;
        return result;
    }

    private int flood(boolean[] inside, int[] label, int own, int seed, int[] stack) {
        int top = 0, size = 0;
        stack[top++] = seed;
        label[seed] = own;
        while (top > 0) {
            int v = stack[--top];
            size++;
            for (int axis = 0; axis < 3; axis++)
                for (int direction = -1; direction <= 1; direction += 2) {
                    int w = v + direction * strides[axis];
                    if (neighbour(inside, v, axis, direction) && label[w] == 0) {
                        label[w] = own;
                        stack[top++] = w;
                    }
                }
        }
        return size;
    }
}

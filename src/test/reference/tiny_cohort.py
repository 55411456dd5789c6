"""Twelve small maps made of integers alone; src/test/java/cohort/TinyCohort.java makes the same ones to the last bit."""

import numpy as np
from nibabel import Nifti1Image

SUBJECTS, SHAPE = 12, (14, 16, 13)
AFFINE = np.array([[-3, 0, 0, 19.5], [0, 2.5, 0, -18.75], [0, 0, 4, -24], [0, 0, 0, 1]])
GAIN = [4, 5, 3, 6, 4, 2, 5, 4, 3, 6, 1, 5]
AGE = np.array([23, 31, 45, 52, 28, 63, 37, 41, 66, 25, 33, 60], dtype=float)
GROUP = np.array([0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0], dtype=float)

I, J, K = np.indices(SHAPE)
INSIDE = (2 * I - 13) ** 2 * 16900 + (2 * J - 15) ** 2 * 12100 + (2 * K - 12) ** 2 * 20449 <= 2044900


def blob(i, j, k):
    return np.maximum(0, 9 - (I - i) ** 2 - (J - j) ** 2 - (K - k) ** 2)


def sum_of_three(values, axis):
    padded = np.pad(values, [(1, 1) if a == axis else (0, 0) for a in range(3)])
    size = values.shape[axis]
    return sum(np.take(padded, range(shift, shift + size), axis) for shift in range(3))


def maps():
    """Float64 array of 12 x 14 x 16 x 13."""
    state, result = 20240501, []
    for s in range(SUBJECTS):
        flat = []
        for _ in range(int(np.prod(SHAPE))):
            state = (state * 1664525 + 1013904223) % 2**32
            flat.append(2 * (state >> 24) - 255)
        noise = np.array(flat, dtype=np.int64).reshape(SHAPE, order="F")
        for _ in range(2):
            for axis in range(3):
                noise = sum_of_three(noise, axis)
        effect = 575 * GAIN[s] * (blob(4, 9, 6) - blob(9, 9, 6))
        effect = effect + 150 * (int(AGE[s]) - 42) * blob(6, 5, 5) + 3600 * int(GROUP[s]) * blob(7, 11, 8)
        covered = INSIDE.copy()
        if s in (2, 5, 7):
            covered[:, :, 10] = False
        if s == 3:
            covered[:, 2, :] = False
        result.append(np.where(covered, (noise + effect) / 4096, 0))
    return np.array(result)


def images(arrays, dtype=np.float64):
    return [Nifti1Image(array.astype(dtype), AFFINE) for array in arrays]

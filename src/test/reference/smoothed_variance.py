"""Computes pseudo-*.tsv of ../resources/reference by NumPy and SciPy alone.

Statistics whose variance is smoothed: each voxel and each permutation is a least-squares problem of its own.
"""

import numpy as np
from scipy import ndimage

import tiny_cohort as tiny
from nilearn_values import flat, write

INSIDE = np.flatnonzero(flat(tiny.INSIDE))
MAPS = np.array([flat(m)[INSIDE] for m in tiny.maps()])
N, ONE = tiny.SUBJECTS, np.ones(tiny.SUBJECTS)
FWHM, SEED, SHUFFLES = 8.0, 42, 40
DESIGNS = {
    "one-sample": ([ONE], [[1]], True),
    "age": ([ONE, tiny.AGE], [[0, 1]], False),
    "group-age": ([ONE, tiny.GROUP, tiny.AGE], [[0, 1, 0]], False),
    "group-age-f": ([ONE, tiny.GROUP, tiny.AGE], [[0, 1, 0], [0, 0, 1]], False),
}


def shuffles(flips, count):
    """The stream of nilearn's permuted_ols: rows and signs, each shuffle acting upon the last."""
    rng = np.random.RandomState(np.random.RandomState(SEED).randint(1, np.iinfo(np.int32).max - 1))
    rows, signs = np.arange(N), np.ones(N)
    yield rows, signs
    for _ in range(count):
        if flips:
            signs = signs * (rng.randint(2, size=(N, 1))[:, 0] * 2 - 1)
        else:
            rows = rows[rng.permutation(N)]
        yield rows, signs


def without(columns, y):
    return y - columns @ np.linalg.lstsq(columns, y, rcond=None)[0] if columns.size else y


def least_squares(design, contrast, y):
    """Effect, its variance (or mean square and that of the residuals), degrees of freedom; none if not estimable."""
    rank = np.linalg.matrix_rank(design)
    inverse = np.linalg.pinv(design)
    estimable = np.allclose(contrast @ inverse @ design, contrast, atol=1e-8)
    freedom = len(y) - rank
    if not estimable or freedom < 1:
        return None
    beta = inverse @ y
    residual = y - design @ beta
    dispersion = (residual**2).sum(axis=0) / freedom
    weights = contrast @ inverse @ inverse.T @ contrast.T
    effect = contrast @ beta
    if len(contrast) == 1:
        return effect[0], weights[0, 0] * dispersion, freedom
    mean_square = (effect * np.linalg.solve(weights, effect)).sum(axis=0) / len(contrast)
    return mean_square, dispersion, freedom


def nuisance(design, contrast):
    return design @ np.linalg.svd(contrast)[2][len(contrast) :].T


def smooth(values):
    sigma = FWHM / np.sqrt(8 * np.log(2)) / np.abs(np.diag(tiny.AFFINE)[:3])
    image, mask = np.zeros(tiny.INSIDE.size), np.zeros(tiny.INSIDE.size)
    image[INSIDE], mask[INSIDE] = values, 1
    shape = tiny.SHAPE
    both = [
        flat(ndimage.gaussian_filter(a.reshape(shape, order="F"), sigma, mode="constant"))[INSIDE] for a in (image, mask)
    ]
    return both[0] / both[1]


def pseudo():
    nulls, maps = {}, {"voxel": INSIDE}
    for name, (columns, contrast, flips) in DESIGNS.items():
        design, contrast = np.column_stack(columns), np.array(contrast, dtype=float)
        left = without(nuisance(design, contrast), MAPS)
        values = []
        for rows, signs in shuffles(flips, SHUFFLES):
            y = MAPS if len(values) == 0 else left
            effect, variance, _ = least_squares(signs[:, None] * design[rows], contrast, y)
            variance = smooth(variance)
            values.append(effect / (np.sqrt(variance) if len(contrast) == 1 else variance))
        maps[name] = values[0]
        nulls[name] = [v.max() for v in values[1:]]
    write("pseudo-maps.tsv", maps)
    write("pseudo-nulls.tsv", nulls)


if __name__ == "__main__":
    pseudo()

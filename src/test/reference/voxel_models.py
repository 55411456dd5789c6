"""Computes available-*.tsv and covariate-*.tsv of ../resources/reference by NumPy and SciPy alone.

Models of the subjects who have a voxel, and covariates that are maps: each voxel and each permutation is a least-squares problem of
its own.
"""

import numpy as np
from scipy import ndimage, stats

import tiny_cohort as tiny
from nilearn_values import flat, write
from smoothed_variance import DESIGNS, FWHM, INSIDE, MAPS, ONE, SHUFFLES, N, least_squares, nuisance, shuffles, without


def z_of(statistic, contrast, freedom):
    known = stats.t(freedom) if len(contrast) == 1 else stats.f(len(contrast), freedom)
    upper = known.sf(statistic)
    return stats.norm.isf(upper) if upper <= 0.5 else stats.norm.ppf(known.cdf(statistic))


def one_voxel(design, contrast, rows, signs, y, cleared):
    fit = least_squares(signs[:, None] * design[rows], contrast, y if not cleared else without(cleared[0], y))
    if fit is None:
        return np.nan, np.nan, 0
    effect, variance, freedom = fit
    return effect / (np.sqrt(variance) if len(contrast) == 1 else variance), effect, freedom


def gaps(voxels):
    """Where a subject has no data: zeros of the tiny cohort, and some places more on one side of the mask."""
    i, j, k = (flat(a)[voxels] for a in (tiny.I, tiny.J, tiny.K))
    return np.array(
        [(MAPS[s] == 0) | ((i < 6) & ((3 * (i // 2) + 5 * (j // 3) + 7 * (k // 2) + 2 * s) % 9 == 0)) for s in range(N)]
    )


def available():
    missing = gaps(INSIDE)
    kept = np.flatnonzero((~missing).sum(axis=0) >= 9)
    nulls, maps = {}, {"voxel": INSIDE[kept], "n": (~missing).sum(axis=0)[kept]}
    for name, (columns, contrast, flips) in DESIGNS.items():
        design, contrast = np.column_stack(columns), np.array(contrast, dtype=float)
        statistic, z, freedom = (np.zeros(len(kept)) for _ in range(3))
        most = np.full(SHUFFLES, -np.inf)
        for place, v in enumerate(kept):
            have = np.flatnonzero(~missing[:, v])
            y = MAPS[have, v]
            clear = nuisance(design[have], contrast)
            for number, (rows, signs) in enumerate(shuffles(flips, SHUFFLES)):
                value, _, dof = one_voxel(design, contrast, rows[have], signs[have], y, [clear] if number else [])
                own = z_of(value, contrast, dof) if dof else 0.0
                if number:
                    most[number - 1] = max(most[number - 1], own)
                else:
                    statistic[place], z[place], freedom[place] = value, own, dof
        maps |= {f"{name}-statistic": statistic, f"{name}-z": z, f"{name}-dof": freedom.astype(int)}
        nulls[name] = most
    write("available-maps.tsv", maps)
    write("available-nulls.tsv", nulls)


def among(values, there, sigma):
    """Each subject's map smoothed among the voxels that it has; NaN in its gaps."""
    both = [ndimage.gaussian_filter(a, sigma, mode="constant") for a in (np.where(there, values, 0.0), there.astype(float))]
    return np.where(there, both[0] / np.where(there, both[1], 1.0), np.nan)


def fits():
    """Effect, variance (of F the mean square of the residuals), t or F and z in each voxel with the subjects who have it."""
    sigma = FWHM / np.sqrt(8 * np.log(2)) / np.abs(np.diag(tiny.AFFINE)[:3])
    all_maps = tiny.maps()
    missing = np.zeros((N, tiny.INSIDE.size), dtype=bool)
    missing[:, INSIDE] = gaps(INSIDE)
    missing |= np.array([flat(m) == 0 for m in all_maps])
    maps = [among(m.astype(float), ~missing[s].reshape(tiny.SHAPE, order="F"), sigma) for s, m in enumerate(all_maps)]
    smooth = np.array([flat(m)[INSIDE] for m in maps])
    have = ~missing[:, INSIDE]
    kept = np.flatnonzero(have.sum(axis=0) >= 9)
    table = {"voxel": INSIDE[kept], "n": have.sum(axis=0)[kept]}
    for name, (columns, contrast, _) in DESIGNS.items():
        design, contrast = np.column_stack(columns), np.array(contrast, dtype=float)
        found = np.zeros((4, len(kept)))
        for place, v in enumerate(kept):
            rows = np.flatnonzero(have[:, v])
            effect, variance, freedom = least_squares(design[rows], contrast, smooth[rows, v])
            statistic = effect / (np.sqrt(variance) if len(contrast) == 1 else variance)
            found[:, place] = effect, variance, statistic, z_of(statistic, contrast, freedom)
        for row, what in zip(found, ("effect", "variance", "statistic", "z")):
            table[f"{name}-{what}"] = row
    write("available-fits.tsv", table)


def covariate_maps():
    all_maps = tiny.maps()
    return np.array([flat(all_maps[(5 * s + 3) % N][:, :, ::-1])[INSIDE] + 0.25 * s for s in range(N)])


COVARIATES = {
    "age": [[0, 1, 0]],
    "map": [[0, 0, 1]],
    "both": [[0, 1, 0], [0, 0, 1]],
}


def covariate():
    gm = covariate_maps()
    nulls, maps = {}, {"voxel": INSIDE}
    for name, contrast in COVARIATES.items():
        contrast = np.array(contrast, dtype=float)
        statistic, effects = np.zeros(len(INSIDE)), np.zeros(len(INSIDE))
        most = np.full(SHUFFLES, -np.inf)
        for v in range(len(INSIDE)):
            design = np.column_stack([ONE, tiny.AGE, gm[:, v]])
            clear = nuisance(design, contrast)
            for number, (rows, signs) in enumerate(shuffles(False, SHUFFLES)):
                value, effect, _ = one_voxel(design, contrast, rows, signs, MAPS[:, v], [clear] if number else [])
                if number:
                    most[number - 1] = max(most[number - 1], value)
                else:
                    statistic[v], effects[v] = value, effect
        maps |= {f"{name}-statistic": statistic, f"{name}-effect": effects}
        nulls[name] = most
    write("covariate-maps.tsv", maps)
    write("covariate-nulls.tsv", nulls)


def covariate_runs():
    """Whole runs of formulas with a map: a slope that differs between groups, and a mean beside a centered map, by sign flips."""
    gm = covariate_maps()
    models = {
        "interaction": (lambda g: [ONE, tiny.GROUP, g, tiny.GROUP * g], [[0, 0, 0, 1]], False),
        "group": (lambda g: [ONE, tiny.GROUP, g - g.mean(), tiny.GROUP * (g - g.mean())], [[0, 1, 0, 0]], False),
        "mean": (lambda g: [ONE, g - g.mean()], [[1, 0]], True),
        "both": (lambda g: [ONE, tiny.AGE, g], [[0, 1, 0], [0, 0, 1]], False),
    }
    nulls, maps = {}, {"voxel": INSIDE}
    for name, (columns, contrast, flips) in models.items():
        contrast = np.array(contrast, dtype=float)
        found, most = np.zeros((5, len(INSIDE))), np.full(SHUFFLES, -np.inf)
        for v in range(len(INSIDE)):
            design = np.column_stack(columns(gm[:, v]))
            clear = nuisance(design, contrast)
            for number, (rows, signs) in enumerate(shuffles(flips, SHUFFLES)):
                value, effect, freedom = one_voxel(design, contrast, rows, signs, MAPS[:, v], [clear] if number else [])
                if number:
                    most[number - 1] = max(most[number - 1], value)
                else:
                    _, variance, _ = least_squares(design, contrast, MAPS[:, v])
                    known = stats.t(freedom) if len(contrast) == 1 else stats.f(len(contrast), freedom)
                    found[:, v] = effect, variance, value, known.sf(value), z_of(value, contrast, freedom)
        for row, what in zip(found, ("effect", "variance", "statistic", "p", "z")):
            maps[f"{name}-{what}"] = row
        nulls[name] = most
    write("covariate-runs.tsv", maps)
    write("covariate-run-nulls.tsv", nulls)


if __name__ == "__main__":
    available()
    fits()
    covariate()
    covariate_runs()

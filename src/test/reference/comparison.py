"""Computes comparison.tsv of ../resources/reference by NumPy and SciPy alone.

Two t maps of the tiny cohort, of the mean alone and of the intercept beside group.b: how they correlate and differ, and how
the voxels overlap that have an uncorrected two-sided p of at most 0.05.
"""

import numpy as np
from scipy import stats

import tiny_cohort as tiny
from nilearn_values import flat, write

ALPHA = 0.05


def t_map(design):
    """t of the first regressor and its degrees of freedom."""
    data = np.array([flat(m)[flat(tiny.INSIDE)] for m in tiny.maps()])
    beta, *_ = np.linalg.lstsq(design, data, rcond=None)
    dof = len(design) - np.linalg.matrix_rank(design)
    variance = ((data - design @ beta) ** 2).sum(axis=0) / dof
    return beta[0] / np.sqrt(variance * np.linalg.inv(design.T @ design)[0, 0]), dof


def main():
    ones = np.ones(tiny.SUBJECTS)
    a, dof_a = t_map(ones[:, None])
    b, dof_b = t_map(np.column_stack([ones, tiny.GROUP]))
    in_a, in_b = (2 * stats.t.sf(np.abs(t), dof) <= ALPHA for t, dof in [(a, dof_a), (b, dof_b)])
    both = in_a & in_b & (np.sign(a) == np.sign(b))
    difference = b - a
    row = {
        "voxels": a.size,
        "r": np.corrcoef(a, b)[0, 1],
        "mean": difference.mean(),
        "rms": np.sqrt(np.mean(difference**2)),
        "largest": difference[np.argmax(np.abs(difference))],
        "first": int(in_a.sum()),
        "second": int(in_b.sum()),
        "both": int(both.sum()),
        "dice": 2 * both.sum() / (in_a.sum() + in_b.sum()),
    }
    write("comparison.tsv", {key: [value] for key, value in row.items()})


if __name__ == "__main__":
    main()

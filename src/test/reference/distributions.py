"""Computes thresholds-kinds.tsv and ari-t.tsv of ../resources/reference: t and F maps thresholded by SciPy's distributions.

The maps are the statistics of glm-one-sample.tsv, t of 11 degrees of freedom, and of glm-group-age-f.tsv, F of 2 and 9.
"""

import nibabel as nib
import numpy as np
import pandas as pd
from nilearn.glm import cluster_level_inference
from scipy import stats

from nilearn_values import OUT, write

T, F = stats.t(11), stats.f(2, 9)


def discoveries(p, alpha):
    """Benjamini and Hochberg 1995, strictly below their line as in nilearn."""
    order = np.sort(p)
    line = alpha * np.arange(1, p.size + 1) / p.size
    below = np.flatnonzero(order < line)
    return order[below[-1]] if below.size else 0.0


def main():
    rows = {key: [] for key in ["statistic", "control", "alpha", "sides", "threshold", "voxels"]}
    for name, table, distribution in [
        ("t(11)", "glm-one-sample.tsv", T),
        ("F(2,9)", "glm-group-age-f.tsv", F),
    ]:
        values = pd.read_csv(OUT / table, sep="\t")[name[0]].to_numpy()
        for alpha in [0.05, 0.01, 0.001]:
            for sides in [1, 2] if name[0] == "t" else [1]:
                height = np.abs(values) if sides == 2 else values
                p = sides * distribution.sf(height)
                last = discoveries(p, alpha)
                levels = {
                    "fpr": distribution.isf(alpha / sides),
                    "bonferroni": distribution.isf(alpha / sides / values.size),
                    "fdr": height[p <= last].min() if last > 0 else np.inf,
                }
                for control, level in levels.items():
                    for key, cell in zip(
                        rows, [name, control, alpha, sides, level, int(np.sum(height >= level))], strict=True
                    ):
                        rows[key].append(cell)
    write("thresholds-kinds.tsv", rows)

    glm = pd.read_csv(OUT / "glm-one-sample.tsv", sep="\t")
    z = np.zeros(14 * 16 * 13)
    z[glm["voxel"]] = stats.norm.isf(T.sf(glm["t"]))
    mask = np.zeros(z.size, dtype=np.int8)
    mask[glm["voxel"]] = 1
    affine = np.eye(4)
    proportions = cluster_level_inference(
        nib.Nifti1Image(z.reshape((14, 16, 13), order="F"), affine),
        nib.Nifti1Image(mask.reshape((14, 16, 13), order="F"), affine),
        threshold=[stats.norm.isf(T.sf(1.5)), stats.norm.isf(T.sf(2))],
        alpha=0.05,
    )
    flat = proportions.get_fdata().ravel(order="F")
    write("ari-t.tsv", {"voxel": glm["voxel"], "proportion": flat[glm["voxel"]]})


if __name__ == "__main__":
    main()

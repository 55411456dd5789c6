"""Points of the average brain ICBM 152 that nilearn ships: its silhouettes and the course of the central sulcus, in mm.

Writes src/test/resources/cohort/figure/anatomy/mni152.tsv, which MniBrainTest holds against the drawn brain.
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from nilearn.datasets import load_mni152_brain_mask, load_mni152_template
from scipy import ndimage

AXES = {"x": (0, 1, 2), "y": (1, 0, 2), "z": (2, 0, 1)}
STEP = 16  # mm along a silhouette


def silhouette(mask, offset, view):
    sight, across, up = AXES[view]
    shadow = ndimage.gaussian_filter(np.pad(mask.any(axis=sight).astype(float), 3), 1.0)
    places = [offset[a] + np.arange(-3, mask.shape[a] + 3) for a in (across, up)]
    curve = max(plt.contour(*places, shadow.T, [0.5]).allsegs[0], key=len)
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(curve, axis=0).T))]
    at = np.arange(0, length[-1], STEP)
    return np.c_[np.interp(at, length, curve[:, 0]), np.interp(at, length, curve[:, 1])]


def central_sulcus(mask, image, offset):
    """Where the left cortex is darkest 7 to 12 mm under its surface, at most 6 mm off the line from the vertex to the lateral fissure."""
    first = np.argmax(ndimage.gaussian_filter(mask.astype(float), 1) > 0.5, axis=0)
    layers = [np.take_along_axis(image, (first + depth)[None], 0)[0] for depth in range(7, 13)]
    mean = np.mean(layers, axis=0)
    for z in range(22, 72, 7):
        middle = -27 + 22 * (72 - z) / 52
        ys = np.arange(round(middle) - 6, round(middle) + 7)
        values = [mean[int(y - offset[1]), int(z - offset[2])] for y in ys]
        valleys = [n for n in range(1, len(ys) - 1) if values[n] < min(values[n - 1], values[n + 1])]
        yield ys[min(valleys, key=lambda n: values[n])], z


mask_image, template = load_mni152_brain_mask(resolution=1), load_mni152_template(resolution=1)
inside, voxels, corner = mask_image.get_fdata() > 0, template.get_fdata(), mask_image.affine[:3, 3]
with open(sys.argv[1], "w") as out:
    out.write("view\twhat\tacross\tup\n")
    for name in AXES:
        for a, u in silhouette(inside, corner, name):
            out.write(f"{name}\toutline\t{a:.1f}\t{u:.1f}\n")
    for a, u in central_sulcus(inside, voxels, corner):
        out.write(f"x\tcentral\t{a}\t{u}\n")

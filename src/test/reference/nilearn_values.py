"""Computes the tables of ../resources/reference with nilearn 0.14.1, from the maps of tiny_cohort.py.

Voxels are numbered as in the file: i fastest, k slowest. Numbers are printed so that they read back to the last bit.
"""

import sys
import warnings
from pathlib import Path

import nibabel as nib
import nilearn
import numpy as np
import pandas as pd
from nilearn.glm import Contrast, cluster_level_inference, threshold_stats_img
from nilearn.glm.second_level import SecondLevelModel, non_parametric_inference
from nilearn.image import reorder_img, smooth_img
from nilearn.maskers import NiftiMasker
from nilearn.masking import (
    compute_background_mask,
    compute_epi_mask,
    compute_multi_background_mask,
    intersect_masks,
)
from nilearn.mass_univariate import permuted_ols
from nilearn.plotting import find_cut_slices
from nilearn.reporting import get_clusters_table
from scipy import stats

import tiny_cohort as tiny

OUT = Path(__file__).resolve().parent.parent / "resources" / "reference"
MAPS = tiny.maps()
IMAGES = tiny.images(MAPS)
FLAT = {(i, j, k): i + 14 * (j + 16 * k) for i in range(14) for j in range(16) for k in range(13)}
ONE, AGE, GROUP = np.ones(tiny.SUBJECTS), tiny.AGE, tiny.GROUP


def write(name, columns):
    columns = {key: np.asarray(column) for key, column in columns.items()}
    lines = ["\t".join(columns)]
    for row in zip(*columns.values(), strict=True):
        lines.append("\t".join(str(c) if isinstance(c, (str, int, np.integer)) else repr(float(c)) for c in row))
    (OUT / name).write_text("\n".join(lines) + "\n")
    print(name, len(lines) - 1, "rows")


def flat(array):
    return np.asarray(array).ravel(order="F")


def voxels_of(mask_img):
    return np.flatnonzero(flat(mask_img.get_fdata()))


def cohort_table():
    weights = np.arange(1, MAPS[0].size + 1)
    integers = [(flat(m) * 4096).astype(np.int64) for m in MAPS]
    write(
        "cohort.tsv",
        {
            "subject": range(tiny.SUBJECTS),
            "age": AGE,
            "group": ["ab"[int(g)] for g in GROUP],
            "sum": [int(m.sum()) for m in integers],
            "weighted_sum": [int((m * weights).sum()) for m in integers],
        },
    )


def masks():
    raised = tiny.images([np.where(m != 0, m + 64, 0) for m in MAPS])
    missing = tiny.images([np.where(m != 0, m, np.nan) for m in MAPS])
    each = [compute_background_mask(img) for img in IMAGES]
    found = {
        "background": compute_background_mask(IMAGES),
        "background-opened": compute_background_mask(IMAGES, connected=True, opening=2),
        "background-missing": compute_background_mask(missing),
        "epi": compute_epi_mask(raised),
        "epi-closed": compute_epi_mask(raised, opening=False, connected=False),
        "epi-exclude-zeros": compute_epi_mask(raised, exclude_zeros=True),
        "multi-background": compute_multi_background_mask(IMAGES),
        "multi-background-all": compute_multi_background_mask(IMAGES, threshold=1),
        "intersection": intersect_masks(each, threshold=1, connected=False),
        "intersection-half": intersect_masks(each, threshold=0.5, connected=True),
        "union": intersect_masks(each, threshold=0, connected=False),
    }
    for name, mask in found.items():
        write(f"mask-{name}.tsv", {"voxel": voxels_of(mask)})
    return found["background"]


def smoothing():
    def smoothed(dtype, fwhm):
        return flat(smooth_img(tiny.images(MAPS[:1], dtype)[0], fwhm).get_fdata())

    write(
        "smoothed.tsv",
        {
            "voxel": range(MAPS[0].size),
            "fwhm8_float64": smoothed(np.float64, 8),
            "fwhm8_float32": smoothed(np.float32, 8),
            "fwhm5_float64": smoothed(np.float64, 5),
        },
    )


DESIGNS = {
    "one-sample": (["intercept"], [ONE], [1]),
    "age": (["intercept", "age"], [ONE, AGE], [0, 1]),
    "intercept-given-age": (["intercept", "age"], [ONE, AGE - 42], [1, 0]),
    "group-age": (["intercept", "group.b", "age"], [ONE, GROUP, AGE], [0, 1, 0]),
    "group-age-f": (["intercept", "group.b", "age"], [ONE, GROUP, AGE], [[0, 1, 0], [0, 0, 1]]),
    "deficient": (["intercept", "group.a", "group.b"], [ONE, 1 - GROUP, GROUP], [0, -1, 1]),
}


def second_level(mask, names, columns, smoothing_fwhm=None):
    design = pd.DataFrame(np.column_stack(columns), columns=names)
    masker = NiftiMasker(mask, smoothing_fwhm=smoothing_fwhm, standardize=None)
    return SecondLevelModel(mask_img=masker).fit(IMAGES, design_matrix=design)


def models(mask):
    voxels = voxels_of(mask)
    for name, (names, columns, contrast) in DESIGNS.items():
        kind = "F" if np.ndim(contrast) == 2 else "t"
        model = second_level(mask, names, columns)
        maps = model.compute_contrast(np.array(contrast, float), second_level_stat_type=kind, output_type="all")
        table = {"voxel": voxels}
        effect = maps["effect_size"].get_fdata()
        for row, part in enumerate(np.atleast_2d(contrast)):
            table[f"effect{row + 1}" if kind == "F" else "effect"] = flat(
                effect[..., row] if effect.ndim == 4 else effect
            )[voxels]
        for column, key in [("variance", "effect_variance"), (kind, "stat"), ("p", "p_value"), ("z", "z_score")]:
            table[column] = flat(maps[key].get_fdata())[voxels]
        write(f"glm-{name}.tsv", table)


def series(mask):
    """Residuals and predictions of some voxels in every map, which nilearn keeps as 4D images if asked to."""
    names, columns, contrast = DESIGNS["group-age"]
    design = pd.DataFrame(np.column_stack(columns), columns=names)
    masker = NiftiMasker(mask, standardize=None)
    model = SecondLevelModel(mask_img=masker, minimize_memory=False).fit(IMAGES, design_matrix=design)
    model.compute_contrast(np.array(contrast, float))
    some = voxels_of(mask)[::40]
    table = {"voxel": some}
    for name, images in [("residual", model.residuals), ("predicted", model.predicted)]:
        values = images.get_fdata()
        for s in range(tiny.SUBJECTS):
            table[f"{name}{s}"] = flat(values[..., s])[some]
    write("glm-series.tsv", table)


def tails():
    rows = {"dof": [], "t": [], "p": [], "z": []}
    for dof in [1, 2, 3, 5, 9, 11, 15, 29, 99, 1000, 100000]:
        targets = 10.0 ** -np.array([0.5, 1, 2, 3, 5, 8, 12, 15, 15.5, 16, 17, 20, 30, 50, 100, 200, 290, 299, 299.9])
        upper = stats.t.isf(targets, dof)
        upper = np.round(upper[np.isfinite(upper) & (upper < 1e12)], 6)
        for t in [0.0, 1e-9, 0.5, *upper, *-upper]:
            contrast = Contrast(np.array([t]), np.array([1.0]), dof=dof, stat_type="t")
            rows["dof"].append(dof)
            rows["t"].append(t)
            rows["p"].append(contrast.p_value()[0])
            rows["z"].append(contrast.z_score()[0])
    write("tails-t.tsv", rows)
    rows = {"rows": [], "dof": [], "F": [], "p": [], "z": []}
    for q in [1, 2, 3, 7]:
        for dof in [1, 3, 9, 29, 1000]:
            for f in [0.0, 1e-6, 0.1, 1.0, 3.5, 10.0, 100.0, 1e4, 1e8, 1e12]:
                effect = np.full((q, 1), np.sqrt(f))
                contrast = Contrast(effect, np.array([1.0]), dof=dof, stat_type="F")
                rows["rows"].append(q)
                rows["dof"].append(dof)
                rows["F"].append(contrast.stat()[0])
                rows["p"].append(contrast.p_value()[0])
                rows["z"].append(contrast.z_score()[0])
    write("tails-F.tsv", rows)


# Tested column, nuisance columns. The intercept of the last two is left to permuted_ols, which then permutes.
SHUFFLED = {
    "one-sample": (ONE, None),
    "intercept-given-age": (ONE, np.column_stack([AGE - 42])),
    "age": (AGE, None),
    "group-age": (GROUP, np.column_stack([AGE])),
}


def nulls(mask):
    masker = NiftiMasker(mask, standardize=None).fit()
    data = masker.transform(IMAGES)
    voxels = voxels_of(mask)
    in_mask = [FLAT[tuple(v)] for v in np.argwhere(mask.get_fdata())]
    order = np.argsort(in_mask)
    for name, (tested, nuisance) in SHUFFLED.items():
        for sides in [1, 2]:
            for seed in [0, 42]:
                result = permuted_ols(
                    tested.reshape(-1, 1),
                    data,
                    confounding_vars=nuisance,
                    model_intercept=True,
                    n_perm=200,
                    two_sided_test=sides == 2,
                    random_state=seed,
                    n_jobs=1,
                    masker=masker,
                    threshold=0.01,
                    tfce=name == "one-sample",
                    output_type="dict",
                )
                suffix = f"{name}-{'positive' if sides == 1 else 'both'}"
                table = {f"max_{m}": result[f"h0_max_{m}"][0] for m in ["t", "size", "mass"]}
                if name == "one-sample":
                    table["max_tfce"] = result["h0_max_tfce"][0]
                write(f"nulls-{suffix}-seed{seed}.tsv", table)
                if seed == 0 and name in ("one-sample", "group-age"):
                    observed = {"voxel": voxels}
                    for key in ["t", "logp_max_t", "size", "logp_max_size", "mass", "logp_max_mass"]:
                        observed[key] = result[key][0][order]
                    if name == "one-sample":
                        for key in ["tfce", "logp_max_tfce"]:
                            observed[key] = np.ravel(result[key])[order]
                    write(f"permuted-{suffix}.tsv", observed)


def whole_inference(mask):
    """Smoothed maps through the one call that users make."""
    masker = NiftiMasker(mask, smoothing_fwhm=8, standardize=None)
    design = pd.DataFrame({"intercept": ONE})
    maps = non_parametric_inference(
        IMAGES,
        design_matrix=design,
        mask=masker,
        smoothing_fwhm=8,
        n_perm=200,
        random_state=0,
        threshold=0.01,
        n_jobs=1,
    )
    z = second_level(mask, ["intercept"], [ONE], smoothing_fwhm=8).compute_contrast("intercept")
    voxels = voxels_of(mask)
    table = {"voxel": voxels, "z": flat(z.get_fdata())[voxels]}
    table |= {key: flat(image.get_fdata())[voxels] for key, image in maps.items()}
    write("inference-fwhm8.tsv", table)


def thresholds(mask):
    z = second_level(mask, ["intercept"], [ONE]).compute_contrast("intercept")
    rows = {"control": [], "alpha": [], "sides": [], "extent": [], "threshold": [], "voxels": []}
    for control in ["fpr", "fdr", "bonferroni"]:
        for alpha in [0.05, 0.01, 0.001]:
            for sides in [1, 2]:
                for extent in [0, 5]:
                    image, value = threshold_stats_img(
                        z, mask, alpha, height_control=control, cluster_threshold=extent, two_sided=sides == 2
                    )
                    for key, cell in zip(
                        rows, [control, alpha, sides, extent, value, int(np.count_nonzero(image.get_fdata()))], strict=True
                    ):
                        rows[key].append(cell)
    write("thresholds.tsv", rows)
    for sides in [1, 2]:
        table = get_clusters_table(z, 2.0, cluster_threshold=3, two_sided=sides == 2, min_distance=6)
        table.to_csv(OUT / f"clusters-{'positive' if sides == 1 else 'both'}.tsv", sep="\t", index=False)
    ari = flat(cluster_level_inference(z, mask, threshold=[1.5, 2.0], alpha=0.05).get_fdata())
    voxels = voxels_of(mask)
    write("ari.tsv", {"voxel": voxels, "proportion": ari[voxels]})


def shapes():
    """Clusters of which the rules for peaks say something: three peaks of which the third is near the first but not the
    second, plateaus with and without a centre of their own, a constant box, a lone negative voxel."""
    image = np.zeros((24, 14, 12))
    image[1:16, 2, 2] = [4, 6, 4, 3.5, 4.5, 3, 3, 3, 3.5, 5, 4, 3, 3, 3.25, 3]
    image[2:5, 6:9, 2] = 7
    image[1:8, 10, 5] = image[1:8, 12, 5] = image[1, 10:13, 5] = 5.5
    image[10:15, 6:10, 6:9] = 4
    image[16:23, 4:11, 8:11] = 3
    image[17:22, 5:10, 8:10] = 6.5
    image[20, 12, 1] = -5
    image[2:6, 2, 9] = [-3, -4, -3, -3.5]
    img = nib.Nifti1Image(image, np.array([[-2.0, 0, 0, 20], [0, 3, 0, -18], [0, 0, 2.5, -12], [0, 0, 0, 1]]))
    values = flat(image)
    write("shapes.tsv", {"voxel": np.flatnonzero(values), "value": values[np.flatnonzero(values)]})
    for distance in [4, 8]:
        table = get_clusters_table(img, 2.5, two_sided=True, min_distance=distance)
        table.to_csv(OUT / f"clusters-shapes-{distance}mm.tsv", sep="\t", index=False)


def cuts():
    """Where slices are cut, in ascending order along axes that run to the right, to the front and up."""
    rows = {"subject": [], "view": [], "count": [], "mm": []}
    for s in [0, 3, 7]:
        upright = reorder_img(IMAGES[s])
        for view in "xyz":
            for count in [1, 2, 3, 5, 7]:
                rows["subject"].append(s)
                rows["view"].append(view)
                rows["count"].append(count)
                rows["mm"].append(" ".join(repr(float(mm)) for mm in find_cut_slices(upright, view, count)))
    write("cut-slices.tsv", rows)


def random_numbers():
    rows = {"seed": [], "what": [], "values": []}

    def add(seed, what, values):
        rows["seed"].append(seed)
        rows["what"].append(what)
        rows["values"].append(" ".join(str(int(v)) for v in np.ravel(values)))

    for seed in [0, 1, 42, 12345, 209652397, 2**31 - 1, 2**32 - 1]:
        add(seed, "words", np.frombuffer(np.random.RandomState(seed).bytes(40), "<u4"))
        rng = np.random.RandomState(seed)
        add(seed, "job_seeds", [rng.randint(1, np.iinfo(np.int32).max - 1) for _ in range(5)])
        rng = np.random.RandomState(seed)
        add(seed, "flips16", [rng.randint(2, size=(16, 1)) * 2 - 1 for _ in range(3)])
        for n in [1, 2, 5, 16, 30]:
            rng = np.random.RandomState(seed)
            add(seed, f"permutation{n}", [rng.permutation(n) for _ in range(3)])
    write("random.tsv", rows)


def main():
    if nilearn.__version__ != "0.14.1":
        sys.exit(f"nilearn {nilearn.__version__} found, 0.14.1 expected")
    warnings.simplefilter("ignore")
    OUT.mkdir(parents=True, exist_ok=True)
    cohort_table()
    mask = masks()
    smoothing()
    models(mask)
    series(mask)
    tails()
    nulls(mask)
    whole_inference(mask)
    thresholds(mask)
    shapes()
    cuts()
    random_numbers()


if __name__ == "__main__":
    main()

"""Runs nilearn 0.14.1 on the real maps of wager2008 and mouse_dbm, for a comparison by hand.

Usage: real_data.py DATA OUT. DATA holds one folder for each data set; OUT gets one folder for each analysis with the
mask, the t and z maps and the null distributions, shuffle by shuffle.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from nibabel import Nifti1Image, load
from nilearn.glm.second_level import SecondLevelModel, non_parametric_inference
from nilearn.maskers import NiftiMasker
from nilearn.mass_univariate import permuted_ols

SHUFFLES, SEED, CLUSTER_P = 500, 0, 0.001


def analyse(out, maps, mask, fwhm, design, contrast, left_out=()):
    """One analysis, both sidednesses. The columns left_out are kept from the permutations: nilearn adds its own
    intercept, and only then permutes instead of flipping signs."""
    out.mkdir(parents=True, exist_ok=True)
    mask.to_filename(out / "mask.nii.gz")

    def masker():
        return NiftiMasker(mask, smoothing_fwhm=fwhm, standardize=None)

    model = SecondLevelModel(mask_img=masker()).fit(maps, design_matrix=design)
    for name, image in model.compute_contrast(contrast, output_type="all").items():
        image.to_filename(out / f"model_{name}.nii.gz")

    shuffled = design.drop(columns=list(left_out))
    fitted = masker().fit()
    data = fitted.transform(maps)
    nuisance = shuffled.drop(columns=contrast).to_numpy()
    for sides in ["positive", "both"]:
        options = {"n_perm": SHUFFLES, "two_sided_test": sides == "both", "random_state": SEED, "n_jobs": 1}
        result = permuted_ols(
            shuffled[[contrast]].to_numpy(),
            data,
            confounding_vars=nuisance if nuisance.size else None,
            model_intercept=True,
            masker=fitted,
            threshold=CLUSTER_P,
            output_type="dict",
            **options,
        )
        nulls = pd.DataFrame({f"max_{m}": result[f"h0_max_{m}"][0] for m in ["t", "size", "mass"]})
        nulls.to_csv(out / f"nulls_{sides}.tsv", sep="\t", index=False, float_format="%.17g")
        images = non_parametric_inference(
            maps,
            design_matrix=shuffled,
            second_level_contrast=contrast,
            mask=masker(),
            smoothing_fwhm=fwhm,
            threshold=CLUSTER_P,
            **options,
        )
        for name, image in images.items():
            image.to_filename(out / f"permuted_{sides}_{name}.nii.gz")
        corrected = fitted.inverse_transform(result["logp_max_t"][0]).get_fdata()
        same = np.array_equal(images["logp_max_t"].get_fdata(), corrected)
        t = fitted.inverse_transform(result["t"][0]).get_fdata()
        difference = np.abs(t - load(out / "model_stat.nii.gz").get_fdata()).max()
        print(
            f"{out.name} {sides}: {data.shape[1]} voxels, {data.dtype}, t {t.min():.6f} to {t.max():.6f}, "
            f"permuted against fitted t {difference:.2g}, both calls agree: {same}",
            flush=True,
        )


def finite_in_all(mask, maps):
    """The voxels of the mask that are finite in every map."""
    inside = mask.get_fdata() != 0
    for path in maps:
        inside &= np.isfinite(load(path).get_fdata())
    return Nifti1Image(inside.astype(np.uint8), mask.affine)


def table_of(folder):
    table = pd.read_csv(folder / "participants.tsv", sep="\t")
    return table, [str(folder / name) for name in table["map"]]


def main(data, out):
    warnings.simplefilter("ignore")
    table, maps = table_of(data / "wager2008")
    given = load(data / "wager2008" / "mask_canlab_35676.nii.gz")
    given = Nifti1Image((given.get_fdata() != 0).astype(np.uint8), given.affine)
    one = np.ones(len(table))
    success = table["Reappraisal_Success"].to_numpy()
    with_success = pd.DataFrame({"intercept": one, "Reappraisal_Success": success})
    for kind, mask in [("mask-given", given), ("mask-finite", finite_in_all(given, maps))]:
        one_sample = pd.DataFrame({"intercept": one})
        analyse(out / f"wager2008_one-sample_{kind}", maps, mask, 8, one_sample, "intercept")
        name = f"wager2008_Reappraisal-Success_{kind}"
        analyse(out / f"{name}_permuted", maps, mask, 8, with_success, "Reappraisal_Success", ["intercept"])
        analyse(out / f"{name}_flipped", maps, mask, 8, with_success, "Reappraisal_Success")

    table, maps = table_of(data / "mouse_dbm")
    mask = load(data / "mouse_dbm" / "mask.nii.gz")
    mask = Nifti1Image((mask.get_fdata() != 0).astype(np.uint8), mask.affine)
    male = (table["sex"] == "Male").to_numpy(float)
    two_groups = pd.DataFrame({"intercept": 1.0, "sex.Male": male})
    with_weight = two_groups.assign(weight_g=table["weight_g"])
    analyse(out / "mouse_dbm_sex", maps, mask, None, two_groups, "sex.Male", ["intercept"])
    analyse(out / "mouse_dbm_sex-weight", maps, mask, None, with_weight, "sex.Male", ["intercept"])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))

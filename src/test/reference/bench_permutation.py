"""What one more shuffle costs in nilearn, in a bare matrix product and here, on the same machine in the same minute.

    mvn -q -DskipTests test-compile
    mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
    mvn -q exec:exec -Dmacro=src/test/reference/sample_30.ijm      # writes results/sample30
    OMP_NUM_THREADS=1 python src/test/reference/bench_permutation.py results/sample30

All on one thread. The cost of a shuffle is the difference between runs of two lengths, so that start-up does not count.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
import pandas as pd
from nilearn.maskers import NiftiMasker
from nilearn.masking import compute_background_mask
from nilearn.image import mean_img
from nilearn.mass_univariate import permuted_ols

warnings.filterwarnings("ignore")


def data(folder, subjects, masker):
    table = pd.read_csv(os.path.join(folder, "participants.tsv"), sep="\t")
    return np.vstack([masker.transform(os.path.join(folder, name)) for name in table["map"][:subjects]])


def shuffle_cost(few, many, **options):
    """Milliseconds a shuffle, the least of three."""

    def seconds(shuffles):
        start = time.perf_counter()
        permuted_ols(n_perm=shuffles, n_jobs=1, random_state=0, two_sided_test=False, output_type="dict", **options)
        return time.perf_counter() - start

    return min((seconds(many) - seconds(few)) / (many - few) for _ in range(3)) * 1e3


def blas_cost(maps, shuffles=2000):
    signs = np.random.RandomState(0).choice([-1, 1], (shuffles, len(maps))).astype(np.float32)
    single = maps.astype(np.float32)
    block = 100

    def seconds():
        start = time.perf_counter()
        for k in range(0, shuffles, block):
            signs[k : k + block] @ single
        return time.perf_counter() - start

    return min(seconds() for _ in range(5)) / shuffles * 1e3


def ours():
    """Milliseconds by (model, statistic), from the JMH benchmark."""
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        classpath = "target/test-classes:target/classes:" + open("target/classpath.txt").read()
        subprocess.run(
            ["java", "-cp", classpath, "cohort.permute.PermutationBenchmark", "-rf", "json", "-rff", result.name],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        runs = json.load(open(result.name))
    return {(r["params"]["model"], r["params"]["statistic"]): r["primaryMetric"]["score"] / 1e3 for r in runs}


def main(folder):
    table = pd.read_csv(os.path.join(folder, "participants.tsv"), sep="\t")
    mask = compute_background_mask(mean_img([os.path.join(folder, name) for name in table["map"]]))
    masker = NiftiMasker(mask, smoothing_fwhm=8, standardize=None).fit()
    flips, permutations = data(folder, 16, masker), data(folder, 30, masker)
    s = np.arange(30)
    nuisance = np.column_stack([np.ones(30), np.cos(2 * s), np.cos(3 * s)])
    mean = dict(tested_vars=np.ones((16, 1)), target_vars=flips, model_intercept=False, masker=masker)
    covariate = dict(
        tested_vars=np.sin(s)[:, None], target_vars=permutations, confounding_vars=nuisance[:, 1:], masker=masker
    )
    reference = {
        ("flips", "t"): shuffle_cost(50, 550, **mean),
        ("flips", "clusters"): shuffle_cost(20, 120, threshold=0.001, **mean),
        ("flips", "tfce"): shuffle_cost(2, 8, tfce=True, **mean),
        ("permutations", "t"): shuffle_cost(50, 350, **covariate),
    }
    blas = blas_cost(flips)
    here = ours()
    print(f"{flips.shape[1]} voxels; milliseconds a shuffle on one thread")
    print(f"{'model':14}{'statistic':12}{'nilearn':>10}{'here':>10}{'ratio':>8}")
    for (model, statistic), cost in reference.items():
        own = here[model, statistic]
        print(f"{model:14}{statistic:12}{cost:10.3f}{own:10.4f}{cost / own:8.0f}")
    print(f"signs x data in BLAS, single precision: {blas:.4f} ms, {blas / here['flips', 't']:.1f} times max t here")


if __name__ == "__main__":
    main(sys.argv[1])

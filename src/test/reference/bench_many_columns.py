"""What one more permutation costs in nilearn: SUBJECTS NUISANCE PERMUTATIONS JOBS; ManyColumnsBenchmark is Cohort's side."""

import sys
import time

import numpy as np
from nilearn.mass_univariate import permuted_ols

subjects, nuisance, permutations, jobs = map(int, sys.argv[1:5])
random = np.random.default_rng(1)
maps = random.standard_normal((subjects, 56000)).astype(np.float32)
tested = random.standard_normal((subjects, 1))
confounds = np.hstack([np.ones((subjects, 1)), random.standard_normal((subjects, nuisance))])


def seconds(count):
    begin = time.time()
    permuted_ols(
        tested, maps, confounds, model_intercept=False, n_perm=count, two_sided_test=True, random_state=3, n_jobs=jobs
    )
    return time.time() - begin


seconds(4)
few = permutations // 4
print(f"{(seconds(permutations) - seconds(few)) / (permutations - few) * 1000:.2f} ms")

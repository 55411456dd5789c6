"""Times other programs' TFCE on the maps of TfceBenchmark.java: milliseconds per map on one thread.

Needs: pip install tfce==0.1.0 and, for the stepped form, nilearn==0.14.1; whichever is missing is left out. The maps are
written by the project's own generator (after mvn test-compile):

    java -cp CLASSPATH cohort.permute.SmoothField localizer localizer.f32
    java -cp CLASSPATH cohort.permute.SmoothField mouse mouse.f32
    python src/test/reference/bench_tfce.py localizer.f32 mouse.f32
"""

import sys
import time

import numpy as np

SHAPES = {53 * 63 * 46: (53, 63, 46), 105 * 137 * 71: (105, 137, 71)}


def timed(call, repeats):
    call()
    elapsed = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = call()
        elapsed.append(1e3 * (time.perf_counter() - start))
    return np.median(elapsed), min(elapsed), result


def report(name, per_call, call, repeats):
    median, best, result = timed(call, repeats)
    print(f"{name:40s} median {median / per_call:8.3f} ms  best {best / per_call:8.3f} ms  max {result.max():.6f}", flush=True)


for path in sys.argv[1:]:
    flat = np.fromfile(path, "<f4")
    values = flat.reshape(SHAPES[flat.size], order="F")
    print(f"{path}: {(values > 0).sum()} positive voxels of {(values != 0).sum()}")
    try:
        import tfce

        for connectivity in (6, 26):
            arguments = dict(connectivity=connectivity, E=0.5, H=2, two_sided=False, n_jobs=1)
            report(f"tfce 0.1.0, {connectivity}, one map", 1, lambda: tfce.tfce(values, **arguments), 21)
            block = np.asfortranarray(np.repeat(values[..., None], 16, 3))
            report(f"tfce 0.1.0, {connectivity}, block of 16 maps", 16, lambda: tfce.tfce(block, **arguments), 7)
    except ImportError:
        print("no tfce")
    try:
        from nilearn.mass_univariate._utils import calculate_tfce
        from scipy.ndimage import generate_binary_structure

        faces = generate_binary_structure(3, 1)
        stepped = lambda: calculate_tfce(values[..., None].astype(float), faces, two_sided_test=False)
        report("nilearn 0.14.1, 6, 100 steps", 1, stepped, 3)
    except ImportError:
        print("no nilearn")

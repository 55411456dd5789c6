"""How long tifffile and this project take to read 100 stacks of 91 x 109 x 91 float32 voxels, and the ratio.

Makes the stacks in FOLDER, as ImageJ writes them and as tifffile does by itself, reads each once so that they are in memory,
then lets both read them in turn, one thread each, and prints the best round.

    mvn test-compile dependency:build-classpath -Dmdep.outputFile=classpath.txt
    python src/test/reference/bench_tiff.py FOLDER target/test-classes:target/classes:$(cat classpath.txt)
"""
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import tifffile

ROUNDS, FEW = 20, 3
KINDS = dict(imagej=dict(imagej=True, metadata=dict(axes='ZYX')), plain=dict(photometric='minisblack'),
             pages=dict(photometric='minisblack', metadata=None, contiguous=False),
             deflate=dict(photometric='minisblack', compression='zlib', predictor=True))


def make(folder, options):
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for n in range(100):
        stack = rng.standard_normal((91, 109, 91)).astype('float32')
        if not (folder / f'{n:03}.tif').exists():
            tifffile.imwrite(folder / f'{n:03}.tif', stack, **options)


def seconds(folder):
    start = time.perf_counter()
    for file in sorted(folder.iterdir()):
        tifffile.imread(file)
    return time.perf_counter() - start


for kind, options in KINDS.items():
    folder = Path(sys.argv[1]) / kind
    make(folder, options)
    java = subprocess.Popen(['java', '-cp', sys.argv[2], 'cohort.image.tiff.ReadingTime', folder], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    ours, theirs = [], []
    for _ in range(FEW if kind == 'deflate' else ROUNDS):
        theirs.append(seconds(folder))
        java.stdin.write('\n')
        java.stdin.flush()
        ours.append(float(java.stdout.readline()))
    java.stdin.close()
    java.wait()
    a, b = min(ours), min(theirs)
    print(f'{kind}: {a:.3f} s, tifffile {b:.3f} s, ratio {a / b:.2f}')

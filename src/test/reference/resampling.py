"""A map of the tiny cohort on other grids, by nilearn.image.resample_img (scipy.ndimage.affine_transform).

Writes resampled-askew.tsv and resampled-coarse.tsv into src/test/resources/reference: one row per voxel of the new grid
(i fastest), a column an interpolation. Outside the map the value is 0.

    python src/test/reference/resampling.py        (needs nilearn)
"""
from pathlib import Path

import numpy as np
from nibabel import Nifti1Image
from nilearn.image import resample_img

from tiny_cohort import images, maps

OUT = Path(__file__).parents[1] / 'resources' / 'reference'
GRIDS = dict(
    askew=((9, 8, 7), [[0.4, 3.7, -0.3, -17.37], [-3.2, 0.5, 0.2, 15.13], [0.3, 0.1, -4.1, 13.73]]),
    coarse=((8, 9, 6), [[4.7, 0, 0, -19.4], [0, 5.3, 0, -23.1], [0, 0, 6.1, -21.9]]),
)

if __name__ == '__main__':
    source = images(maps()[2:3])[0]
    for name, (shape, rows) in GRIDS.items():
        affine = np.vstack([rows, [0, 0, 0, 1]])
        columns = {}
        for ours, theirs in dict(nearest='nearest', linear='linear', cubic='continuous').items():
            new = resample_img(source, affine, shape, interpolation=theirs, copy_header=True, force_resample=True)
            columns[ours] = new.get_fdata().ravel(order='F')
        with open(OUT / f'resampled-{name}.tsv', 'w', newline='\n') as f:
            f.write('\t'.join(columns) + '\n')
            for row in zip(*columns.values()):
                f.write('\t'.join(repr(float(v)) for v in row) + '\n')

"""Small MGH files and what nibabel reads from them.

Writes src/test/resources/mgh/: the files and expected.tsv with one row per file, as nifti_files.py does.

    python src/test/reference/mgh_files.py        (needs numpy and nibabel)
"""
from pathlib import Path

import nibabel as nib
import numpy as np
from nibabel.freesurfer.mghformat import MGHHeader, MGHImage

OUT = Path(__file__).parents[1] / 'resources' / 'mgh'
OBLIQUE = np.array([[2.9, 0.3, -0.4, -70.123], [-0.31, 2.8, 0.5, -101.7], [0.42, -0.45, 3.3, -42.001], [0, 0, 0, 1]])
rng = np.random.default_rng(1)
rows = []


def raw(dtype, shape):
    """Extremes first, then random values."""
    dtype, n = np.dtype(dtype), int(np.prod(shape))
    if dtype.kind == 'f':
        f = np.finfo(dtype)
        special = [np.nan, np.inf, -np.inf, -0.0, 0.0, f.max, f.min, f.tiny, f.smallest_subnormal, 0.1, 1 / 3]
        values = np.r_[special, rng.standard_normal(n) * 100].astype(dtype)
    else:
        i = np.iinfo(dtype)
        special = [i.min, i.max, 0, 1, i.max - 1, i.max // 2]
        values = np.r_[np.array(special, dtype), rng.integers(i.min, i.max, n, dtype, endpoint=True)]
    return values[:n].reshape(shape, order='F')


def expect(name):
    image = nib.load(OUT / name)
    values = image.get_fdata()
    shape = (values.shape + (1,))[:4]
    narrow = image.get_data_dtype().newbyteorder('=').name != 'int32'
    rows.append([name, *shape, 'float' if narrow else 'double',
                 ' '.join(repr(float(v)) for v in image.affine[:3].ravel()),
                 ' '.join(repr(float(v)) for v in values.ravel(order='F'))])


def save(name, dtype, shape=(3, 4, 5), affine=OBLIQUE):
    nib.save(MGHImage(raw(dtype, shape), affine), OUT / name)
    expect(name)


def patched(name, source, offset, value, dtype, affine=None):
    data = bytearray((OUT / source).read_bytes())
    data[offset:offset + np.dtype(dtype).itemsize] = np.array(value, dtype).tobytes()
    (OUT / name).write_bytes(bytes(data))
    expect(name)
    if affine is not None:
        rows[-1][6] = ' '.join(repr(float(v)) for v in affine.ravel())


if __name__ == '__main__':
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    for dtype in ('uint8', 'int16', 'int32', 'float32'):
        save(f'{dtype}.mgh', dtype)
    save('packed.mgz', 'float32', (2, 3, 2))
    save('packed16.mgz', 'int16', (2, 3, 2))
    save('four.mgz', 'int16', (3, 2, 2, 3))
    save('four.mgh', 'float32', (3, 2, 2, 3))
    save('radiological.mgh', 'uint8', (3, 4, 5), np.diag([-2, 2, 2.5, 1]))
    save('sagittal.mgh', 'uint8', (3, 4, 5), np.array([[0, 0, 1.2, -9], [-1.1, 0, 0, 7], [0, -1, 0, 3], [0, 0, 0, 1]]))
    # FreeSurfer's coronal default: x to the left, y down, z to the front. nibabel 5 turns y up and z to the back.
    coronal = np.array([[-1, 0, 0, 1.5], [0, 0, 1, -2.5], [0, -1, 0, 2]])
    patched('no-orientation.mgh', 'radiological.mgh', 28, 0, '>i2', coronal)
    patched('zoomed.mgh', 'uint8.mgh', 30, 0.7, '>f4')
    # The footer (scan parameters) does not belong to the voxels.
    (OUT / 'no-footer.mgh').write_bytes((OUT / 'int16.mgh').read_bytes()[:284 + 3 * 4 * 5 * 2])
    expect('no-footer.mgh')
    with open(OUT / 'expected.tsv', 'w', newline='\n') as f:
        f.write('file\tnx\tny\tnz\tvolumes\ttype\taffine\tvalues\n')
        for row in rows:
            f.write('\t'.join(map(str, row)) + '\n')
    print(len(rows), 'files,', sum(p.stat().st_size for p in OUT.iterdir()), 'bytes')

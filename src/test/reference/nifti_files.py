"""Small image files of every kind and what nibabel reads from them.

Writes src/test/resources/nifti/: the files, each a header filled in through nibabel's header classes followed by raw
bytes, and expected.tsv with one row per file: name, sizes, number of volumes, whether float32 holds the values, the first
three rows of the affine in mm, all values, and the code of the space (0 for Analyze). Numbers are printed so that they parse to the same double.

    python src/test/reference/nifti_files.py        (needs numpy, scipy and nibabel)
"""
import gzip
import itertools
import logging
from pathlib import Path

import nibabel as nib
import numpy as np
from nibabel.spm2analyze import Spm2AnalyzeHeader
from scipy.io import savemat

logging.getLogger('nibabel.global').setLevel(logging.CRITICAL)
OUT = Path(__file__).parents[1] / 'resources' / 'nifti'
TYPES = ['uint8', 'int8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64']
NARROW = {'uint8', 'int8', 'int16', 'uint16', 'float32'}
ORDERS = {'le': '<', 'be': '>'}
SHAPE = (3, 4, 5)
OBLIQUE = np.array([[2.9, 0.3, -0.4, -70.123], [-0.31, 2.8, 0.5, -101.7], [0.42, -0.45, 3.3, -42.001], [0, 0, 0, 1]])
rng = np.random.default_rng(0)
rows = []


def raw(dtype, shape=SHAPE):
    """Extremes first, then random values."""
    dtype, n = np.dtype(dtype), int(np.prod(shape))
    if dtype.kind == 'f':
        f = np.finfo(dtype)
        special = [np.nan, np.inf, -np.inf, -0.0, 0.0, f.max, f.min, f.tiny, f.smallest_subnormal, 0.1, 1 / 3]
        values = np.r_[special, rng.standard_normal(n) * 100].astype(dtype)
    else:
        i = np.iinfo(dtype)
        special = [i.min, i.max, 0, 1, i.max - 1, i.max // 2, i.max // 2 + 1, i.max // 3]
        special += [2**24 + 1, 2**53 + 1, 2**53 + 3, 2**62 + 257, 2**62 + 256]
        special += [2**63 + 1024, 2**63 + 1025, 2**63 + 3072]
        special = [v for v in special if i.min <= v <= i.max]
        values = np.r_[np.array(special, dtype), rng.integers(i.min, i.max, n, dtype, endpoint=True)]
    return values[:n]


def fields(header, **values):
    for name, value in values.items():
        header[name] = value
    return header


def header(klass, order, dtype, shape=SHAPE, **values):
    h = klass(endianness=order)
    h.set_data_dtype(dtype)
    h.set_data_shape(shape)
    return fields(h, **values)


def save(name, h, data, gap=b'', affine_factor=1.0, twin=None):
    """Header and voxels, as one file or two; then what nibabel reads."""
    voxels = np.asarray(data).astype(np.dtype(h.get_data_dtype())).tobytes()
    opened = (lambda p: gzip.GzipFile(p, 'wb', mtime=0)) if name.endswith('.gz') else (lambda p: open(p, 'wb'))
    if '.nii' in name:
        h['vox_offset'] = h['vox_offset'] or h.single_vox_offset + len(gap)
        with opened(OUT / name) as f:
            f.write(h.binaryblock)
            f.write((b'\1\0\0\0' if gap else b'\0\0\0\0') + gap)
            f.write(voxels)
    else:
        with opened(OUT / name) as f:
            f.write(h.binaryblock)
        with opened(OUT / name.replace('.hdr', '.img')) as f:
            f.write(gap + voxels)
    image = nib.load(OUT / name)
    values = image.get_fdata()
    shape = (values.shape + (1, 1, 1))[:4]
    affine = image.affine[:3] * affine_factor if affine_factor >= 1 else image.affine[:3] / round(1 / affine_factor)
    slope, inter = image.dataobj.slope, image.dataobj.inter
    narrow = image.get_data_dtype().newbyteorder('=').name in NARROW and (slope, inter) == (1, 0)
    rows.append([name, *shape, 'float' if narrow else 'double', ' '.join(repr(float(v)) for v in affine.ravel()),
                 ' '.join(repr(float(v)) for v in values.ravel(order='F')), space(h)])


def space(h):
    """The sform's code if it is known, or else the qform's."""
    known = [int(h[f + '_code']) for f in ('sform', 'qform') if f + '_code' in h and 1 <= h[f + '_code'] <= 5]
    return (known + [0])[0]


def with_sform(h, affine=OBLIQUE, code=1):
    h.set_sform(affine, code)
    return h


def datatypes():
    for (label, order), dtype, scaled in itertools.product(ORDERS.items(), TYPES, (False, True)):
        scale = dict(scl_slope=0.37, scl_inter=-12.3) if scaled else {}
        suffix = f'{dtype}-{label}' + ('-scaled' if scaled else '')
        h = with_sform(header(nib.Nifti1Header, order, dtype, **scale, descrip=b'as ' + dtype.encode()))
        save(f'nifti1-{suffix}.nii', h, raw(dtype))
    for (label, order), dtype in itertools.product(ORDERS.items(), TYPES):
        scale = dict(scl_slope=-1.7e-3, scl_inter=5.1) if label == 'be' else {}
        h = with_sform(header(nib.Nifti2Header, order, dtype, (2, 3, 2), **scale))
        save(f'nifti2-{dtype}-{label}.nii', h, raw(dtype, (2, 3, 2)))
    for (label, order), dtype in itertools.product(ORDERS.items(), ['uint8', 'int16', 'int32', 'float32', 'float64']):
        h = header(Spm2AnalyzeHeader, order, dtype, scl_slope=0)
        h.set_zooms((2.2, 3.3, 4.4))
        save(f'analyze-{dtype}-{label}.hdr', h, raw(dtype))


def scalings():
    cases = dict(zero=(0, 5), nan=(np.nan, 5), inf=(np.inf, 0), one=(1, 0), shift=(1, 3), negative=(-2.5, 0),
                 unset=(np.nan, np.nan))
    for name, (slope, inter) in cases.items():
        h = with_sform(header(nib.Nifti1Header, '<', 'int16', (2, 3, 2), scl_slope=slope, scl_inter=inter))
        save(f'scaling-{name}.nii', h, raw('int16', (2, 3, 2)))
    h = with_sform(header(nib.Nifti1Header, '<', 'float32', (2, 3, 2), scl_slope=-3, scl_inter=0))
    save('scaling-float32.nii', h, raw('float32', (2, 3, 2)))


def containers():
    data, many = raw('int16'), raw('int16', SHAPE + (3,))
    one = SHAPE + (1,)
    n1, n2 = nib.Nifti1Header, nib.Nifti2Header
    save('packed.nii.gz', with_sform(header(n1, '<', 'float32')), raw('float32'))
    save('packed2.nii.gz', with_sform(header(n2, '>', 'float64', (2, 3, 2))), raw('float64', (2, 3, 2)))
    save('pair1.hdr', with_sform(header(nib.Nifti1Pair.header_class, '>', 'int16')), data)
    save('pair1offset.hdr', with_sform(header(nib.Nifti1Pair.header_class, '<', 'int16', vox_offset=16)), data, b'x' * 16)
    save('pair2.hdr', with_sform(header(nib.Nifti2Pair.header_class, '<', 'int16')), data)
    save('packedpair.hdr.gz', with_sform(header(nib.Nifti1Pair.header_class, '<', 'int16')), data)
    save('four.nii', with_sform(header(n1, '<', 'int16', SHAPE + (3,))), many)
    save('four.nii.gz', with_sform(header(n1, '>', 'int16', SHAPE + (3,), scl_slope=2)), many)
    save('four-analyze.hdr', header(Spm2AnalyzeHeader, '>', 'int16', SHAPE + (3,)), many)
    save('four-one.nii', with_sform(header(n1, '<', 'int16', one)), data)
    save('five-one.nii', with_sform(header(n1, '<', 'int16', one + (1,))), data)
    save('seven-one.nii', with_sform(header(n2, '<', 'int16', one + (1, 1, 1))), data)
    save('two.nii', fields(header(n1, '<', 'int16', (3, 4)), pixdim=[1, 2, 3, 4, 5, 6, 7, 8]), raw('int16', (3, 4)))
    extension = (32).to_bytes(4, 'little') + (6).to_bytes(4, 'little') + b'a comment of 24 bytes...'
    save('extension.nii', with_sform(header(n1, '<', 'int16')), data, extension)


def orientations():
    """Every way to lay three axes, by the quaternion of the qform; then less regular affines."""
    data = np.arange(12, dtype='u1')
    for k, (axes, signs) in enumerate(itertools.product(itertools.permutations(range(3)),
                                                        itertools.product([1, -1], repeat=3))):
        affine = np.eye(4)
        affine[:3, :3] = 0
        for column, (axis, sign) in enumerate(zip(axes, signs)):
            affine[axis, column] = sign * [2.5, 3.1, 0.7][column]
        affine[:3, 3] = [-10.3, 20.6, -30.9]
        klass = nib.Nifti1Header if k % 3 else nib.Nifti2Header
        h = header(klass, '<' if k % 2 else '>', 'uint8', (2, 3, 2))
        h.set_qform(affine, 1)
        save('qform-' + ''.join(nib.aff2axcodes(affine)) + '.nii', h, data)

    def base(**values):
        return header(nib.Nifti1Header, '<', 'uint8', (2, 3, 2), **values)

    def qform(affine, code=1, **values):
        h = base()
        h.set_qform(affine, code)
        return fields(h, **values)

    save('qform-oblique.nii', qform(OBLIQUE), data)
    save('qform-oblique-flipped.nii', qform(OBLIQUE @ np.diag([-1, 1, 1, 1])), data)
    h = header(nib.Nifti2Header, '>', 'uint8', (2, 3, 2))
    h.set_qform(OBLIQUE, 3)
    save('qform-oblique-2.nii', h, data)
    save('qform-qfac-0.nii', qform(OBLIQUE, pixdim=[0, 2, 3, 4, 0, 0, 0, 0]), data)
    save('qform-pixdim-0.nii', qform(OBLIQUE, pixdim=[-1, 0, -3, 4, 0, 0, 0, 0]), data)
    save('sform-before-qform.nii', with_sform(qform(np.diag([9, 9, 9, 1])), code=4), data)
    save('qform-unknown-sform.nii', with_sform(qform(OBLIQUE), np.eye(4), 1), data)
    patch = bytearray((OUT / 'qform-unknown-sform.nii').read_bytes())
    rows.pop()
    h = nib.Nifti1Header(bytes(patch[:348]))
    h['sform_code'] = 9  # unknown, so the qform counts
    save('qform-unknown-sform.nii', h, data)
    for name, pixdim in dict(plain=[1, 2, 3, 4], zero=[1, 0, 3, 4], negative=[1, -2, 3, -4], qfac=[-1, 2, 3, 4]).items():
        save(f'pixdim-{name}.nii', base(pixdim=pixdim + [1, 1, 1, 1]), data)
    for name, (code, factor) in dict(metre=(1, 1000), micron=(3, 1 / 1000), seconds=(8, 1), micronsms=(3 + 16, 1 / 1000)).items():
        save(f'units-{name}.nii', with_sform(base(xyzt_units=code)), data, affine_factor=factor)
    save('units-micron-pixdim.nii', base(xyzt_units=3, pixdim=[1, 25, 25, 50, 1, 1, 1, 1]), data, affine_factor=1 / 1000)


def codes():
    """What sform and qform are aligned with; a code of 0 or one that nobody knows leaves the place to the other."""
    data = np.arange(12, dtype='u1')
    for klass, (sform, qform) in itertools.product(
            (nib.Nifti1Header, nib.Nifti2Header), [(c, 0) for c in range(1, 6)] + [(0, c) for c in range(1, 6)] + [(9, 2), (0, 0)]):
        h = header(klass, '>' if sform % 2 else '<', 'uint8', (2, 3, 2), pixdim=[1, 2, 3, 4, 1, 1, 1, 1])
        h.set_sform(OBLIQUE, 1)
        h.set_qform(np.diag([2.5, -3, 4, 1]), 1)
        save(f"code-{sform}-{qform}-{'1' if klass is nib.Nifti1Header else '2'}.nii",
             fields(h, sform_code=sform, qform_code=qform), data)


def pairs():
    """Scaled pairs in every datatype, each in the other byte order than the next."""
    for k, dtype in enumerate(TYPES):
        h = with_sform(header(nib.Nifti1Pair.header_class, '<>'[k % 2], dtype, (2, 3, 2), scl_slope=0.21, scl_inter=4.5))
        save(f'pair-{dtype}.hdr', h, raw(dtype, (2, 3, 2)))


def analyze():
    data = np.arange(12, dtype='i2')

    def base(order='<', **values):
        h = header(Spm2AnalyzeHeader, order, 'int16', (2, 3, 2))
        h.set_zooms((2.2, 3.3, 4.4))
        return fields(h, **values)

    save('analyze-slope.hdr', base(scl_slope=0.3, scl_inter=7), data)
    save('analyze-slope-inter-nan.hdr', base(scl_slope=0.3, scl_inter=np.nan), data)
    save('analyze-calibrated.hdr', base('>', scl_slope=0, cal_max=0.8, cal_min=0.2, glmax=110, glmin=10), data)
    save('analyze-origin.hdr', base(origin=[2, 3, 1, 0, 0]), data)
    save('analyze-origin-be.hdr', base('>', origin=[-1, 5, 3, 0, 0]), data)
    save('analyze-origin-far.hdr', base(origin=[2, 3, 100, 0, 0]), data)
    for name, flip in dict(mat=1, M=-1).items():
        matrix = np.diag([flip, 1, 1, 1]) @ OBLIQUE
        savemat(OUT / f'analyze-spm-{name}.mat', {name: matrix}, format='4')
        save(f'analyze-spm-{name}.hdr', base(), data)
    save('analyze-pixdim.hdr', base(pixdim=[0, -2, 0, 4, 0, 0, 0, 0]), data)


if __name__ == '__main__':
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    for part in (datatypes, scalings, containers, orientations, analyze, codes, pairs):
        part()
    with open(OUT / 'expected.tsv', 'w', newline='\n') as f:
        f.write('file\tnx\tny\tnz\tvolumes\ttype\taffine\tvalues\tspace\n')
        for row in rows:
            f.write('\t'.join(map(str, row)) + '\n')
    print(len(rows), 'files,', sum(p.stat().st_size for p in OUT.iterdir()), 'bytes')

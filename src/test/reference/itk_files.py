"""Small NRRD and MetaImage files and what ITK reads from them.

Writes src/test/resources/itk/: files by SimpleITK itself, and files with headers by hand that it reads; and expected.tsv
with one row per file, as nifti_files.py has it. ITK's space is LPS, the table's RAS. ITK takes every unit as mm: where a
header names another, the table has ITK's affine times that unit. Numbers are printed so that they parse to the same double.

    python src/test/reference/itk_files.py        (needs numpy and SimpleITK 2.5)
"""
import gzip
import itertools
import zlib
from pathlib import Path

import numpy as np
import SimpleITK as sitk

OUT = Path(__file__).parents[1] / 'resources' / 'itk'
TYPES = dict(int8=('signed char', 'MET_CHAR'), uint8=('uchar', 'MET_UCHAR'), int16=('short', 'MET_SHORT'),
             uint16=('unsigned short', 'MET_USHORT'), int32=('int', 'MET_INT'), uint32=('uint', 'MET_UINT'),
             int64=('longlong', 'MET_LONG_LONG'), uint64=('unsigned long long int', 'MET_ULONG_LONG'),
             float32=('float', 'MET_FLOAT'), float64=('double', 'MET_DOUBLE'))
NARROW = {'uint8', 'int8', 'int16', 'uint16', 'float32'}
SHAPE = (2, 3, 4)
ANGLE = 0.3
TURN = np.array([[np.cos(ANGLE), -np.sin(ANGLE), 0], [np.sin(ANGLE), np.cos(ANGLE), 0], [0, 0, 1]]) @ \
    np.array([[1, 0, 0], [0, np.cos(0.2), -np.sin(0.2)], [0, np.sin(0.2), np.cos(0.2)]])
rng = np.random.default_rng(0)
rows = []


def raw(dtype, n=24):
    """Extremes first, then random values."""
    dtype = np.dtype(dtype)
    if dtype.kind == 'f':
        f = np.finfo(dtype)
        special = [np.nan, np.inf, -np.inf, -0.0, 0.0, f.max, f.min, f.tiny, f.smallest_subnormal, 0.1, 1 / 3]
        return np.r_[special, rng.standard_normal(n) * 100].astype(dtype)[:n]
    i = np.iinfo(dtype)
    special = [v for v in [i.min, i.max, 0, 1, i.max - 1, 2**24 + 1, 2**53 + 1, 2**62 + 257] if i.min <= v <= i.max]
    return np.r_[np.array(special, dtype), rng.integers(i.min, i.max, n, dtype, endpoint=True)][:n]


def text(numbers):
    return ' '.join(repr(float(v)) for v in numbers)


def expect(name, mm=1.0):
    image = sitk.ReadImage(str(OUT / name))
    values = sitk.GetArrayFromImage(image)
    if image.GetNumberOfComponentsPerPixel() > 1:
        values = np.moveaxis(values, -1, 0)
    n = image.GetDimension()
    columns = np.array(image.GetDirection()).reshape(n, n)[:3, :3] * np.array(image.GetSpacing())[:3]
    affine = np.c_[columns, image.GetOrigin()[:3]] * mm * np.array([[-1], [-1], [1]])
    volumes = values.shape[0] if values.ndim == 4 else 1
    rows.append([name, *values.shape[::-1][:3], volumes, 'float' if values.dtype.name in NARROW else 'double',
                 text(affine.ravel()), text(values.ravel())])


def image(values, four=False):
    im = sitk.GetImageFromArray(values.reshape((-1,) * four + SHAPE[::-1]), isVector=False)
    d = np.eye(im.GetDimension())
    d[:3, :3] = TURN
    im.SetSpacing([2, 3, 1 / 3, 2.5][:im.GetDimension()])
    im.SetOrigin([-70.123, 0.1, 42.001, 0][:im.GetDimension()])
    im.SetDirection(d.ravel())
    return im


def written():
    """By ITK: attached and detached, compressed and not."""
    for suffix, packed in itertools.product(['nrrd', 'nhdr', 'mha', 'mhd'], [False, True]):
        name = f"itk-{'packed' if packed else 'raw'}.{suffix}"
        # Both formats would put raw voxels into a file of the same name.
        name = name.replace('itk', suffix) if suffix in ('nhdr', 'mhd') else name
        sitk.WriteImage(image(raw('float32')), str(OUT / name), packed)
        expect(name)
    for dtype in TYPES:
        for suffix in ('nrrd', 'mha'):
            sitk.WriteImage(image(raw(dtype)), str(OUT / f'itk-{dtype}.{suffix}'))
            expect(f'itk-{dtype}.{suffix}')
    sitk.WriteImage(image(raw('int16', 72), True), str(OUT / 'itk-four.mha'))
    expect('itk-four.mha')
    sitk.WriteImage(image(raw('int16', 72), True), str(OUT / 'itk-four-packed.mhd'), True)
    expect('itk-four-packed.mhd')


def nrrd(name, fields, data=None, dtype='int16', order='<', encoding='raw', sizes='2 3 4', mm=1.0, beside=None, ends='\n'):
    data = raw(dtype).astype(np.dtype(dtype).newbyteorder(order)).tobytes() if data is None else data
    lines = ['NRRD0004', '# by hand', f'type: {TYPES[dtype][0]}', f'dimension: {len(sizes.split())}', f'sizes: {sizes}',
             f"endian: {'little' if order == '<' else 'big'}", f'encoding: {encoding}'] + fields
    if beside:
        (OUT / beside).write_bytes(data)
        (OUT / name).write_bytes((ends.join(lines + [f'data file: {beside}']) + ends).encode())
    else:
        (OUT / name).write_bytes((ends.join(lines) + ends + ends).encode() + data)
    expect(name, mm)


STEPS = 'space directions: (1.9,0.1,-0.2) (0.3,2.8,0.25) (-0.5,0.125,4.1)'
ORIGIN = 'space origin: (-70.5,101.25,-42.001)'
PLACE = ['space: left-posterior-superior', STEPS, ORIGIN]


def nrrds():
    for dtype in TYPES:
        nrrd(f'big-{dtype}.nrrd', PLACE, dtype=dtype, order='>')
    for space in ('LPS', 'RAS', 'LAS', 'left-posterior-superior', 'Right-Anterior-Superior', 'left-anterior-superior',
                  '3D-right-handed'):
        nrrd(f'space-{space}.nrrd', ['space: ' + space, STEPS, ORIGIN])
    nrrd('space-dimension.nrrd', ['space dimension: 3', STEPS, ORIGIN])
    nrrd('no-origin.nrrd', ['space: RAS', STEPS])
    nrrd('spacings.nrrd', ['spacings: 2 3 4'])
    nrrd('spacings-negative.nrrd', ['spacings: -2 3 4'])
    for centers in ('cell', 'node'):
        nrrd(f'mins-{centers}.nrrd', ['spacings: 2 3 4', 'axis mins: 1 -2 3.5', f'centerings: {centers} {centers} {centers}'])
    nrrd('mins.nrrd', ['spacings: 2 3 4', 'axismins: 1 -2 3.5'])
    nrrd('microns.nrrd', PLACE + ['space units: "um" "um" "um"'], mm=1e-3)
    nrrd('spacings-microns.nrrd', ['spacings: 25 25 50', 'units: "microns" "microns" "microns"'], mm=1e-3)
    nrrd('millimetres.nrrd', PLACE + ['space units: "mm" "mm" "mm"'])
    data = raw('int16').astype('<i2').tobytes()
    nrrd('line-skip.nrrd', PLACE + ['line skip: 2'], b'two\nlines\n' + data)
    nrrd('byte-skip.nrrd', PLACE + ['byte skip: 3'], b'abc' + data)
    nrrd('byte-skip-end.nrrd', PLACE + ['byte skip: -1'], b'abcde' + data)
    nrrd('both-skips-packed.nrrd', PLACE + ['line skip: 1', 'byte skip: 3'], b'line\n' + gzip.compress(b'abc' + data, mtime=0),
         encoding='gz')
    nrrd('looks-like-gzip.nrrd', PLACE, np.array([-29921] * 24, '<i2').tobytes())
    nrrd('beside.nhdr', PLACE, data, beside='beside voxels.raw')
    nrrd('beside-skip.nhdr', PLACE + ['byte skip: -1'], b'a header of another kind' + data, beside='beside-skip.raw')
    nrrd('beside-packed.nhdr', PLACE, gzip.compress(data, mtime=0), encoding='gzip', beside='beside-packed.raw.gz')
    nrrd('lines-of-windows.nrrd', PLACE + ['key:=a value: of two', 'content: what it shows'], ends='\r\n')
    many = raw('int16', 72).astype('<i2').tobytes()
    four = ['space: RAS', STEPS + ' none', ORIGIN]
    nrrd('four-list.nrrd', four + ['kinds: domain domain domain list'], many, sizes='2 3 4 3')
    nrrd('four-spacings.nrrd', ['spacings: 2 3 4 5', 'kinds: space space space time'], many, sizes='2 3 4 3')
    nrrd('four-spacings-only.nrrd', ['spacings: 2 3 4 5'], many, sizes='2 3 4 3')


def meta(name, fields, data=None, dtype='int16', order='<', sizes='2 3 4', mm=1.0, beside=None, kind=None):
    data = raw(dtype).astype(np.dtype(dtype).newbyteorder(order)).tobytes() if data is None else data
    lines = ['ObjectType = Image', f'NDims = {len(sizes.split())}', 'BinaryData = True'] + fields
    lines += [f'DimSize = {sizes}', f'ElementType = {kind or TYPES[dtype][1]}', f"ElementDataFile = {beside or 'LOCAL'}", '']
    header = '\n'.join(lines).encode()
    if beside:
        (OUT / beside).write_bytes(data)
        (OUT / name).write_bytes(header)
    else:
        (OUT / name).write_bytes(header + data)
    expect(name, mm)


SIZE = 'ElementSpacing = 2 3 4.5'
MATRIX = ' = 0 0.6 0.8 1 0 0 0 -0.8 0.6'
OFFSET = ' = -70.5 101.25 -42.001'


def metas():
    for dtype in TYPES:
        meta(f'big-{dtype}.mha', [SIZE, 'TransformMatrix' + MATRIX, 'Offset' + OFFSET, 'BinaryDataByteOrderMSB = True'],
             dtype=dtype, order='>')
    meta('order.mha', [SIZE, 'ElementByteOrderMSB = True'], order='>')
    meta('long.mha', [SIZE], dtype='int32', kind='MET_LONG')
    meta('unsigned-long.mha', [SIZE], dtype='uint32', kind='MET_ULONG')
    for matrix, offset in (('Orientation', 'Position'), ('Rotation', 'Origin')):
        meta(f'{offset.lower()}.mha', [SIZE, matrix + MATRIX, offset + OFFSET])
    meta('size.mha', ['ElementSize = 2 3 4.5'])
    meta('size-and-spacing.mha', ['ElementSize = 5 6 7', SIZE])
    meta('centre.mha', [SIZE, 'TransformMatrix' + MATRIX, 'Offset' + OFFSET, 'CenterOfRotation = 5 6 7',
                        'AnatomicalOrientation = LPI'])
    meta('negative.mha', ['ElementSpacing = -2 3 4.5'])
    meta('microns.mha', [SIZE, 'Offset' + OFFSET, 'DistanceUnits = um'], mm=1e-3)
    meta('colons.mha', ['ElementSpacing: 2 3 4.5', 'Offset : 1 2 3', 'Comment = what it shows', 'Unknown = anything'])
    meta('intensity.mha', [SIZE, 'ElementToIntensityFunctionSlope = 1', 'ElementToIntensityFunctionOffset = 0'])
    data = raw('int16').astype('<i2').tobytes()
    for packed, name in ((zlib.compress(data), 'zlib'), (gzip.compress(data, mtime=0), 'gzip')):
        size = f'CompressedDataSize = {len(packed)}'
        meta(f'packed-{name}.mha', [SIZE, 'CompressedData = True', size], packed)
        meta(f'packed-{name}.mhd', [SIZE, 'CompressedData = True', size], packed, beside=f'packed-{name}.zraw')
    meta('header-size.mhd', [SIZE, 'HeaderSize = 5'], b'12345' + data, beside='header-size.raw')
    meta('header-size-end.mhd', [SIZE, 'HeaderSize = -1'], b'1234567' + data, beside='header size end.raw')
    meta('header-size-end.mha', [SIZE, 'HeaderSize = -1'], b'1234567' + data)
    meta('four.mha', ['ElementSpacing = 2 3 4.5 1', 'Offset = 1 2 3 0'], raw('int16', 72).tobytes(), sizes='2 3 4 3')


if __name__ == '__main__':
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    for part in (written, nrrds, metas):
        part()
    with open(OUT / 'expected.tsv', 'w', newline='\n') as f:
        f.write('file\tnx\tny\tnz\tvolumes\ttype\taffine\tvalues\n')
        for row in rows:
            f.write('\t'.join(map(str, row)) + '\n')
    print(len(rows), 'files,', sum(p.stat().st_size for p in OUT.iterdir()), 'bytes')

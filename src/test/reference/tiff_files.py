"""Small TIFF files and what tifffile reads from them.

Writes src/test/resources/tiff/: files of every type, compression, predictor, byte order and layout; files that say what
their axes are and how large a voxel is; and files that are refused. expected.tsv has one row per file: sizes in voxels and
volumes, whether values fit float32, the size of a voxel in mm (0 where the file states none) and the values, page by page,
row by row, so that they parse to the same double. refused.tsv has words of the sentence.

    python src/test/reference/tiff_files.py        (needs numpy, tifffile 2026.3.3 and imagecodecs)
"""
import itertools
from pathlib import Path

import numpy as np
import tifffile

OUT = Path(__file__).parents[1] / 'resources' / 'tiff'
NARROW = {'uint8', 'int8', 'uint16', 'int16', 'float16', 'float32'}
WIDE = ['uint32', 'int32', 'uint64', 'int64', 'float64']
rng = np.random.default_rng(0)
rows, refused = [], []


def samples(dtype, shape):
    """Extremes first, then random values."""
    dtype, n = np.dtype(dtype), int(np.prod(shape))
    if dtype.kind == 'f':
        f = np.finfo(dtype)
        special = [np.nan, np.inf, -np.inf, -0.0, 0.0, f.max, f.min, f.tiny, f.smallest_subnormal, 0.1, 1 / 3]
        values = np.r_[special, rng.standard_normal(n) * 100].astype(dtype)[:n]
    else:
        i = np.iinfo(dtype)
        special = [v for v in [i.min, i.max, 0, 1, i.max - 1, 2**24 + 1, 2**53 + 1, 2**62 + 257] if i.min <= v <= i.max]
        values = np.r_[np.array(special, dtype), rng.integers(i.min, i.max, n, dtype, endpoint=True)][:n]
    values[n // 2:n // 2 + 12] = values[n // 2]  # a run
    return values.reshape(shape)


def number(v):
    return repr(float(v)) if np.isfinite(v) else {'nan': 'NaN', 'inf': 'Infinity', '-inf': '-Infinity'}[str(float(v))]


def expect(name, size=(0, 0, 0), volumes=1, series=None):
    """What tifffile reads, volumes first, then slices."""
    a = tifffile.imread(OUT / name) if series is None else series
    ny, nx = a.shape[-2:]
    nz = a.size // (nx * ny * volumes)
    rows.append([name, f'{nx} {ny} {nz} {volumes}', str(a.dtype.name in NARROW).lower(), ' '.join(map(str, size)),
                 ' '.join(number(v) for v in a.astype('f8').ravel())])


def write(name, a, **options):
    options.setdefault('photometric', 'minisblack')
    options.setdefault('metadata', None)
    tifffile.imwrite(OUT / name, a, **options)


def types():
    turn = itertools.cycle(itertools.product('<>', (False, True), (False, True)))
    for dtype in sorted(NARROW) + WIDE:
        for compression in (None, 'lzw', 'zlib', 'zstd', 'packbits'):
            for predictor in (False, True):
                if predictor and (compression in (None, 'packbits') or dtype in ('int64', 'uint64')):
                    continue
                order, big, tiled = next(turn)
                options = dict(tile=(16, 16)) if tiled else dict(rowsperstrip=2)
                if compression:
                    options['compression'] = compression
                if predictor:
                    options['predictor'] = True
                name = '-'.join([dtype, compression or 'none', 'p' if predictor else 'n', 'le' if order == '<' else 'be',
                                 'big' if big else 'classic', 'tiles' if tiled else 'strips']) + '.tif'
                write(name, samples(dtype, (2, 5, 7) if not tiled else (1, 17, 19)), byteorder=order, bigtiff=big,
                      **options)
                expect(name)


def axes():
    a = samples('int16', (3, 2, 4, 5))
    for order in ('XYZCT', 'XYZTC', 'XYCZT', 'XYTZC', 'XYCTZ', 'XYTCZ'):
        slow_time = order.index('Z') < order.index('T')
        name = f'ome-{order}.ome.tif'
        stored = a if slow_time else a.transpose(1, 0, 2, 3)
        xml = ome(order, PhysicalSizeX='25', PhysicalSizeY='30.5', PhysicalSizeZ='0.05', PhysicalSizeZUnit='mm')
        write(name, stored, description=xml.encode())
        expect(name, (.025, .0305, .05), 3, a)
    data = ''.join(f'<TiffData IFD="{5 - n}" FirstZ="{n % 2}" FirstT="{n // 2}"/>' for n in range(6))
    write('ome-backwards.ome.tif', a.reshape(6, 4, 5)[::-1], description=ome('XYZCT', data).encode())
    expect('ome-backwards.ome.tif', volumes=3, series=a)
    write('ome-no-z.ome.tif', a, description=ome('XYZCT', PhysicalSizeX='1', PhysicalSizeY='1').encode())
    expect('ome-no-z.ome.tif', volumes=3, series=a)
    with tifffile.TiffWriter(OUT / 'ome-pyramid.ome.tif') as tif:
        level = samples('float32', (32, 48))
        meta = dict(axes='YX', PhysicalSizeX=.5, PhysicalSizeY=.5)
        tif.write(level, subifds=1, tile=(16, 16), photometric='minisblack', metadata=meta)
        tif.write(level[::2, ::2], subfiletype=1, tile=(16, 16), photometric='minisblack')
    expect('ome-pyramid.ome.tif', (.0005, .0005, .001))
    with tifffile.TiffWriter(OUT / 'pyramid-in-chain.tif') as tif:
        tif.write(level, photometric='minisblack', metadata=None)
        tif.write(level[::2, ::2], subfiletype=1, photometric='minisblack', metadata=None)
    expect('pyramid-in-chain.tif', series=level)
    for predictor in (False, True):
        name = f'deflated{"-p" * predictor}.tif'
        write(name, samples('float32', (8, 12)), compression='zlib', predictor=predictor)
        expect(name)
    imagej = dict(spacing=50, unit='um', axes='TZYX')
    for order in '<>':
        name = f'imagej-{"le" if order == "<" else "be"}.tif'
        write(name, samples('float32', (2, 3, 4, 5)), imagej=True, byteorder=order, resolution=(.04, .02), metadata=imagej)
        expect(name, (.025, .05, .05), 2)
    b = samples('uint16', (3, 4, 5))
    write('imagej-one-page.tif', b, imagej=True, metadata=dict(axes='ZYX', truncate=True))
    expect('imagej-one-page.tif')
    write('imagej-cm.tif', b, description='ImageJ=1.54p\nimages=3\nslices=3\nspacing=0.3\n',
          resolution=(10, 10), resolutionunit='CENTIMETER')
    expect('imagej-cm.tif', (1, 1, 3))
    write('imagej-signed.tif', b, description='ImageJ=1.54p\nimages=3\nslices=3\nunit=pixel\ncf=0\nc0=-32768\nc1=1\nvunit=x\n')
    expect('imagej-signed.tif', series=b.astype('f8') - 32768)
    write('shaped.tif', a, metadata=dict(axes='TZYX'))
    expect('shaped.tif', volumes=3)
    write('flat-cm.tif', b[0], resolution=(20000, 20000), resolutionunit='CENTIMETER')
    expect('flat-cm.tif', (.0005, .0005, 10))
    for dpi in (72, 96, 150, 300, 600):
        write(f'print-{dpi}.tif', b, resolution=(dpi, dpi), resolutionunit='INCH')
        expect(f'print-{dpi}.tif')
    write('stack-cm.tif', b, resolution=(400, 400), resolutionunit='CENTIMETER')
    expect('stack-cm.tif')


def ome(order, data='<TiffData/>', c=1, **sizes):
    attributes = ' '.join(f'{key}="{value}"' for key, value in sizes.items())
    return ('<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">'
            f'<Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="{order}" Type="int16" SizeX="5" SizeY="4" SizeZ="2"'
            f' SizeC="{c}" SizeT="{3 // c}" {attributes}>{data}</Pixels></Image></OME>')


def refuse(name, words, a, **options):
    write(name, a, **options)
    refused.append([name, words])


def refusals():
    b, rgb = samples('uint16', (6, 4, 5)), samples('uint8', (16, 16, 3))
    refuse('rgb.tif', 'found colours (RGB), expected one number per pixel', rgb, photometric='rgb')
    refuse('jpeg.tif', 'found compression 7 (JPEG)', rgb[..., 0], compression='jpeg')
    refuse('lzma.tif', 'found compression 34925 (LZMA)', b, compression='lzma')
    refuse('webp.tif', 'found colours', rgb, photometric='rgb', compression='webp')
    refuse('complex.tif', 'found samples of 64 bits of SampleFormat 6', b.astype('c8'))
    refuse('bits.tif', 'found samples of 1 bits of integers', b[0] > 9)
    refuse('interleaved.tif', 'found 2 channels', rgb[..., :2], planarconfig='contig', extrasamples=[0])
    refuse('planar.tif', 'found 2 channels', b[:2], planarconfig='separate', extrasamples=[0])
    refuse('imagej-channels.tif', 'found 2 channels', b.reshape(3, 2, 4, 5), imagej=True, metadata=dict(axes='ZCYX'))
    refuse('imagej-seconds.tif', 'found a size in "sec"', b, imagej=True, metadata=dict(axes='ZYX', unit='sec'))
    refuse('imagej-curve.tif', 'found a calibration of the values (cf=1)', b,
           description='ImageJ=1.54p\nimages=6\nslices=6\ncf=1\nc0=1\nc1=1\nc2=3\nvunit=x\n')
    refuse('ome-channels.ome.tif', 'found 3 channels', b, description=ome('XYZCT', c=3).encode())
    refuse('ome-two.ome.tif', 'found 2 images in the OME description', b,
           description=ome('XYZCT').replace('</Image>', '</Image><Image><Pixels/></Image>').encode())
    refuse('ome-short.ome.tif', 'found 4 pages for 2 slices of 3 frames', b[:4], description=ome('XYZCT').encode())
    refuse('ome-elsewhere.ome.tif', 'pages in other files', b,
           description=ome('XYZCT', '<TiffData><UUID FileName="x.ome.tif">urn:uuid:1</UUID></TiffData>').encode())
    refuse('ome-twice.ome.tif', 'do not give each slice a page', b,
           description=ome('XYZCT', '<TiffData/><TiffData IFD="0" FirstZ="1"/>').encode())
    refuse('ome-broken.ome.tif', 'that is no XML', b, description=ome('XYZCT')[:-9].encode())
    refuse('nameless.tif', 'without names of its axes', b.reshape(3, 2, 4, 5), metadata={})
    refuse('metamorph.tif', 'as MetaMorph writes it', b[0], extratags=[(33629, 4, 2, (1, 2), True)])
    refuse('bottom-up.tif', 'ORIENTATION (tag 274) = 4', b[0], extratags=[(274, 3, 1, 4, True)])
    with tifffile.TiffWriter(OUT / 'sizes.tif') as tif:
        tif.write(b[0], photometric='minisblack', metadata=None)
        tif.write(b[0, 1:], photometric='minisblack', metadata=None)
    refused.append(['sizes.tif', 'found pages of 5 x 4 and 5 x 3 pixels'])


OUT.mkdir(exist_ok=True)
for old in OUT.iterdir():
    old.unlink()
types()
axes()
refusals()
for name, table in (('expected', rows), ('refused', refused)):
    (OUT / f'{name}.tsv').write_text(''.join('\t'.join(row) + '\n' for row in table), encoding='utf-8')

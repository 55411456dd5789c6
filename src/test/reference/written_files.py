"""What nibabel reads from files that were written here.

Reads the files in src/test/resources/written, which the main method of cohort.image.WrittenFiles writes anew, and
writes nibabel.tsv beside them: one row per file with shape, affines, fields of the header, all values (i fastest) and what
nibabel's check of the header complains of. Where nifti_tool is installed it checks the headers too.

    python src/test/reference/written_files.py        (needs numpy and nibabel)
"""
import gzip
import shutil
import subprocess
from pathlib import Path

import nibabel as nib

FOLDER = Path(__file__).parents[1] / 'resources' / 'written'


def numbers(values):
    return ' '.join(repr(float(v)) for v in values)


def text(field):
    return bytes(field).split(b'\0')[0].decode('ascii')


def row(path):
    image = nib.load(path)
    h = image.header
    opened = gzip.open if path.suffix == '.gz' else open
    with opened(path, 'rb') as f:
        block = f.read(348)
    return dict(
        file=path.name, shape=' '.join(map(str, image.shape)), dtype=h.get_data_dtype().name,
        affine=numbers(image.affine[:3].ravel()), qform=numbers(h.get_qform()[:3].ravel()),
        sform_code=int(h['sform_code']), qform_code=int(h['qform_code']), units=' '.join(h.get_xyzt_units()),
        intent_code=int(h['intent_code']), intent_p=numbers(h[f'intent_p{n}'] for n in (1, 2, 3)),
        intent_name=text(h['intent_name'].item()), cal=numbers((h['cal_min'], h['cal_max'])),
        time=numbers((h['toffset'], h['pixdim'][4])), descrip=text(h['descrip'].item()),
        complaints=nib.Nifti1Header.diagnose_binaryblock(block).replace('\n', '; '),
        values=numbers(image.get_fdata().ravel(order='F')))


if __name__ == '__main__':
    rows = [row(path) for path in sorted(FOLDER.glob('*.nii*'))]
    with open(FOLDER / 'nibabel.tsv', 'w', newline='\n') as f:
        f.write('\t'.join(rows[0]) + '\n')
        for r in rows:
            f.write('\t'.join(map(str, r.values())) + '\n')
    if shutil.which('nifti_tool'):
        for r in rows:
            subprocess.run(['nifti_tool', '-check_hdr', '-infiles', FOLDER / r['file']], check=True)
    print(len(rows), 'files,', sum(bool(r['complaints']) for r in rows), 'with complaints')

package cohort.image.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people give for images: other formats, files without their content, volumes along a fifth axis. */
class ForeignFilesTest {
    @TempDir
    Path folder;

    private static void assertRefused(Path file, String sentence) {
        String message =
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage();
        assertEquals(file + ": " + sentence, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lh.thickness.gii | GIFTI, which holds values of a surface, expected voxels; bring it into a volume with wb_command -metric-to-volume-mapping.
                    map.func.gii.gz | GIFTI, which holds values of a surface, expected voxels; bring it into a volume with wb_command -metric-to-volume-mapping.
                    stats+tlrc.HEAD | AFNI's format, expected NIfTI; convert it with 3dAFNItoNIfTI.
                    stats+tlrc.BRIK.gz | AFNI's format, expected NIfTI; convert it with 3dAFNItoNIfTI.
                    brain.mnc | MINC, expected NIfTI; convert it with mnc2nii.
                    sub.dscalar.nii | CIFTI, which holds values of a surface and of voxels together, expected voxels; take its volume with wb_command -cifti-separate IN COLUMN -volume-all OUT.nii.
                    sub.dtseries.nii | CIFTI, which holds values of a surface and of voxels together, expected voxels; take its volume with wb_command -cifti-separate IN COLUMN -volume-all OUT.nii.
                    """)
    void otherFormatsAreNamedWithWhatConvertsThem(String name, String sentence) throws IOException {
        assertRefused(Files.writeString(folder.resolve(name), "anything"), "found " + sentence);
    }

    @Test
    void filesWithoutTheirContentAreToldAsSuch() throws IOException {
        Path annex = Files.writeString(folder.resolve("a.nii.gz"), "/annex/objects/MD5E-s123--abc.nii.gz\n");
        String annexed = "found a pointer of git-annex, whose content is not here, expected an image; fetch it with git"
                + " annex get (datalad get).";
        assertRefused(annex, annexed);
        Path lfs = Files.writeString(
                folder.resolve("b.tif"), "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        assertRefused(
                lfs,
                "found a pointer of Git LFS, whose content is not here, expected an image; fetch it with git lfs pull.");
        Path empty = Files.createFile(folder.resolve("c.nii"));
        assertRefused(
                empty,
                "found an empty file, expected an image; it was not copied completely; copy or create it" + " again.");
        Path locked = Files.createSymbolicLink(
                folder.resolve("d.nii.gz"), Path.of(".git/annex/objects/Xx/Yy/MD5E-s1--a.nii.gz"));
        assertRefused(locked, annexed);
        Path dead = Files.createSymbolicLink(folder.resolve("e.nii.gz"), Path.of("nowhere.nii.gz"));
        assertRefused(dead, "found a link to nowhere.nii.gz, which is not there, expected an image; correct the link.");
    }

    @Test
    void theOneLongerAxisBeyondTheThirdHoldsTheVolumes() throws IOException {
        Path four = FormatsReferenceTest.FILES.resolve("four.nii");
        byte[] bytes = Files.readAllBytes(four);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        short volumes = header.getShort(48);
        for (int axis = 5; axis <= 7; axis++) {
            header.putShort(40, (short) axis).putShort(48, (short) 1);
            for (int n = 5; n <= 7; n++) header.putShort(40 + 2 * n, n == axis ? volumes : (short) 1);
            VolumeFile file = VolumeFile.open(Files.write(folder.resolve("five" + axis + ".nii"), bytes));
            assertEquals(volumes, file.volumes());
            for (int t = 0; t < volumes; t++)
                assertArrayEquals(
                        VolumeFile.open(four).read(t).values(), file.read(t).values());
        }
    }

    @Test
    void aSurfaceOfFreeSurferIsNoVolume() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(284 + 4 * 40962);
        header.putInt(1).putInt(40962).putInt(1).putInt(1).putInt(1).putInt(3);
        assertRefused(
                Files.write(folder.resolve("lh.mgh"), header.array()),
                "found 40962 x 1 x 1 voxels, which are the vertices of a surface, expected a volume; bring it into one with"
                        + " mri_surf2vol, or analyse the volumes it was made from.");
    }
}

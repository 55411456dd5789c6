package cohort.image.tiff;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.screen.KeptGrid;
import cohort.image.screen.KeptNotes;
import cohort.image.screen.PixelSpace;
import cohort.image.tiff.description.Description;
import cohort.image.tiff.description.ImageJDescription;
import cohort.image.tiff.description.ImageJProperties;
import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.DirectoryChain;
import cohort.image.tiff.field.Tag;
import cohort.image.tiff.field.TiffBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** TIFF and BigTIFF of one number per voxel, with the sizes and axes of OME, ImageJ and tifffile. */
public final class TiffFormat implements VolumeFormat {
    private static final int REDUCED_OR_MASK = 1 | 4, OLD_REDUCED = 2;

    @Override
    public boolean claims(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|tf[28]|btf)");
    }

    @Override
    public String name() {
        return "TIFF (.tif, .tiff)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        return open(path, ReadingOptions.NONE);
    }

    @Override
    public VolumeSource open(Path path, ReadingOptions options) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return source(path, new TiffBytes(channel), options);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(path + ": " + e.getMessage() + ".", e);
        }
    }

    private static TiffSource source(Path path, TiffBytes bytes, ReadingOptions options) throws IOException {
        List<Directory> directories = fullResolution(DirectoryChain.of(bytes));
        Directory first = directories.get(0);
        List<TiffPage> pages = pages(directories, bytes);
        Description description = Description.of(first, pages.size(), options);
        PixelSpace space = new PixelSpace(
                pages.get(0).width(),
                pages.get(0).height(),
                description.planes().slices(),
                new double[] {
                    description.size().x(),
                    description.size().y(),
                    description.size().z()
                },
                description.origin());
        Map<String, String> kept = ImageJProperties.of(first, bytes.order());
        HeaderNotes notes = KeptNotes.notes(kept.getOrDefault(KeptNotes.KEY, ""));
        if (description.timeStep() > 0) notes = notes.withTimeStep(description.timeStep());
        return new TiffSource(path, bytes.order(), pages, description, grid(space, kept, description), notes);
    }

    private static Grid grid(PixelSpace space, Map<String, String> kept, Description description) {
        try {
            return KeptGrid.grid(kept.getOrDefault(KeptGrid.KEY, ""), space)
                    .filter(grid -> description.size().isStated())
                    .orElseGet(space::grid);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw message.startsWith("of ") ? new IllegalArgumentException("the image " + message, e) : e;
        }
    }

    /** Without the smaller copies of pages and the masks that may be among them. */
    private static List<Directory> fullResolution(List<Directory> all) throws IOException {
        List<Directory> full = new ArrayList<>();
        for (Directory d : all)
            if ((d.number(Tag.NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) == 0
                    && d.number(Tag.SUBFILE_TYPE, 1) != OLD_REDUCED) full.add(d);
        if (full.isEmpty())
            throw new IllegalArgumentException(
                    "found only copies at lower resolution, expected a page at full resolution; save the file again");
        return full;
    }

    private static List<TiffPage> pages(List<Directory> directories, TiffBytes bytes) throws IOException {
        List<TiffPage> pages = new ArrayList<>();
        for (Directory d : directories) {
            TiffPage page = TiffPage.of(d, bytes);
            if (!pages.isEmpty() && !page.isLike(pages.get(0)))
                throw new IllegalArgumentException(
                        "found pages of " + pages.get(0).width() + " x "
                                + pages.get(0).height() + " and " + page.width() + " x " + page.height()
                                + " pixels or of different types, expected all alike; save the one image as a file of its own");
            pages.add(page);
        }
        return pages.size() == 1 ? unlisted(directories.get(0), pages.get(0), bytes) : pages;
    }

    /** ImageJ lists only the first page of a large stack, whose others follow it without a gap. */
    private static List<TiffPage> unlisted(Directory first, TiffPage page, TiffBytes bytes) throws IOException {
        String text = first.text(Tag.IMAGE_DESCRIPTION);
        long images = ImageJDescription.isOfImageJ(text) ? new ImageJDescription(text).images() : 1;
        if (images == 1 || !page.isInOnePiece()) return List.of(page);
        long start = page.offsets()[0];
        if (images > (bytes.size() - start) / page.bytes())
            throw new IllegalArgumentException(
                    "found " + (bytes.size() - start) + " bytes of pixels, expected " + images + " x " + page.bytes()
                            + " for the images that ImageJ's description declares; the file is truncated");
        List<TiffPage> pages = new ArrayList<>();
        for (long n = 0; n < images; n++) pages.add(page.movedBy(n * page.bytes()));
        return pages;
    }
}

package cohort.imagej.io;

import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of this project's formats as ImageJ's images and back: 32-bit stacks of the scaled values, one frame per volume, with
 * calibration, orientation and affine, and what else the header says. Saved and opened again an image is the same.
 */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * The image of a file, not shown.
     *
     * @throws cohort.InputException if the file cannot be read
     */
    public static ImagePlus open(Path path) {
        VolumeFile file = VolumeFile.open(path);
        HeaderNotes notes = file.notes();
        ImagePlus image = ImageVolumes.toImage(path.getFileName().toString(), file.readAll());
        NotesProperty.set(image, notes);
        Calibration calibration = image.getCalibration();
        if (file.volumes() > 1) {
            calibration.frameInterval = notes.timeStep();
            calibration.setTimeUnit("sec");
        }
        image.setSlice((image.getNSlices() + 1) / 2);
        if (notes.displayMin() < notes.displayMax()) image.setDisplayRange(notes.displayMin(), notes.displayMax());
        else image.resetDisplayRange();
        image.setProperty("Info", path + "\n" + file.grid() + "\n" + notes.description());
        return image;
    }

    /**
     * Opens a file for whoever asks: shows the image, hands it over or makes Fiji's data set of it.
     *
     * @throws cohort.InputException if the file cannot be read
     */
    public static Object open(Path path, OpenRequest request, ImageData images) {
        ImagePlus image = open(path);
        if (request == OpenRequest.SHOW) ImageJImages.show(image);
        return request == OpenRequest.DATA ? images.dataset(image) : image;
    }

    /**
     * Saves an image as NIfTI-1 of float32 voxels.
     *
     * @throws cohort.InputException if it is not of one channel, or the file cannot be written
     */
    static void save(ImagePlus image, Path path) {
        List<Volume> volumes = ImageVolumes.toVolumes(image);
        HeaderNotes notes = NotesProperty.get(image);
        double interval = image.getCalibration().frameInterval;
        boolean seconds = image.getCalibration().getTimeUnit().startsWith("s");
        if (volumes.size() > 1 && seconds && interval > 0) notes = notes.withTimeStep(interval);
        if (notes.description().isEmpty()) notes = notes.withDescription(image.getTitle());
        Volumes.writeSeries(volumes, path, notes);
    }
}

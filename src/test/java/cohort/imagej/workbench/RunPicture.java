package cohort.imagej.workbench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes the animated picture of a run from the pictures {@code live-*.png} that {@link WindowPictures} took of it: {@code java -cp ...
 * cohort.imagej.workbench.RunPicture FOLDER run.gif}. At most ten of them are shown, from the first to the last, and the last for longer. Of
 * the window, what is below the name of the folder on the page of the run is shown.
 */
public final class RunPicture {
    private static final int FRAMES = 10, COLOURS = 255, COMMON = 60;
    /** The bits of a colour that those of its kind have too. */
    private static final int KIND = 0xE0E0E0;

    /** Pixels of the window around what is shown, in the light look at 100 %. */
    private static final int LEFT = 155, TOP = 101, RIGHT = 8, BOTTOM = 56;
    /** A pixel in the corner of the statistic's map. */
    private static final int AT_X = 30, AT_Y = 270;

    /** Hundredths of a second for which a frame, and the last one, is shown. */
    private static final int SHORT = 60, LONG = 300;

    private RunPicture() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            all = files.filter(file -> file.getFileName().toString().matches("live-\\d+\\.png"))
                    .sorted()
                    .toList();
        }
        write(chosen(all), Path.of(arguments[1]));
    }

    /** Of the pictures that show the statistic and differ from the one before, as many as are shown. */
    private static List<BufferedImage> chosen(List<Path> all) throws IOException {
        List<Path> different = new ArrayList<>();
        for (int picture = 1; picture < all.size(); picture++)
            if (Files.mismatch(all.get(picture - 1), all.get(picture)) >= 0 && hasMap(all.get(picture)))
                different.add(all.get(picture));
        List<BufferedImage> frames = new ArrayList<>();
        int last = Math.min(FRAMES, different.size()) - 1;
        for (int frame = 0; frame <= last; frame++) {
            Path file = different.get(frame * (different.size() - 1) / Math.max(1, last));
            frames.add(page(ImageIO.read(file.toFile())));
        }
        return frames;
    }

    /** One picture after the other, over and over. */
    static void write(List<BufferedImage> frames, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            IndexColorModel palette = palette(frames);
            for (int frame = 0; frame < frames.size(); frame++) {
                int delay = frame == frames.size() - 1 ? LONG : SHORT;
                BufferedImage shown = coloured(frames.get(frame), palette);
                writer.writeToSequence(new IIOImage(shown, null, timed(writer, shown, delay)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /**
     * The commonest colours of all frames, so that light grays stay what they are and from frame to frame the same; and of the rarer
     * ones, which are those of colour bars, the commonest of each kind.
     */
    private static IndexColorModel palette(List<BufferedImage> frames) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (BufferedImage frame : frames) for (int rgb : pixels(frame)) counts.merge(rgb & 0xFFFFFF, 1, Integer::sum);
        List<Integer> colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> kinds = new LinkedHashMap<>();
        colours.stream().skip(COMMON).forEach(rgb -> kinds.putIfAbsent(rgb & KIND, rgb));
        int[] chosen = Stream.concat(colours.stream().limit(COMMON), kinds.values().stream())
                .limit(COLOURS)
                .mapToInt(rgb -> rgb)
                .toArray();
        return new IndexColorModel(8, chosen.length, chosen, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** In true colours again, of which the writer makes a table of its own. */
    private static BufferedImage coloured(BufferedImage image, IndexColorModel palette) {
        int width = image.getWidth(), height = image.getHeight();
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette),
                coloured = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        indexed.setRGB(0, 0, width, height, pixels(image), 0, width);
        coloured.setRGB(0, 0, width, height, pixels(indexed), 0, width);
        return coloured;
    }

    private static IIOMetadata timed(ImageWriter writer, BufferedImage frame, int delay) throws IOException {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), parameters);
        IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(delay));
        root.appendChild(control);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0}); // without end
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }

    /** Whether the paper of a map lies where the page is grey before. */
    private static boolean hasMap(Path file) throws IOException {
        return ImageIO.read(file.toFile()).getRGB(LEFT + AT_X, TOP + AT_Y) == Color.WHITE.getRGB();
    }

    private static BufferedImage page(BufferedImage window) {
        return window.getSubimage(LEFT, TOP, window.getWidth() - LEFT - RIGHT, window.getHeight() - TOP - BOTTOM);
    }
}

package cohort.subjects;

import cohort.InputException;
import cohort.files.IOReason;
import cohort.image.format.VolumeFormats;
import cohort.table.NaturalOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds image files in folders. */
final class MapFiles {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");
    /** The likeliest of what {@link #isImage} accepts, as messages name it. */
    static final String SUFFIXES = ".nii, .nii.gz, .hdr, .img, .mgz, .nrrd or .mha";

    private MapFiles() {}

    /** Whether a file's name ends like that of an image. */
    static boolean isImage(Path file) {
        return VolumeFormats.claim(file);
    }

    /** Whether a path holds wildcards. */
    static boolean isGlob(String path) {
        return WILD.matcher(path).find();
    }

    /** A path as a user writes it, absolute: {@code ~} is the home folder, anything else is relative to a folder. */
    static Path resolve(Path folder, String path) {
        String home = System.getProperty("user.home");
        boolean fromHome = path.equals("~") || path.startsWith("~/");
        Path full = fromHome ? Path.of(home, path.substring(1)) : folder.resolve(path);
        return full.toAbsolutePath().normalize();
    }

    /** The file itself, whatever links lead to it. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) { // reading it will say why
            return file;
        }
    }

    /** The images in a folder, not below it, in natural order. */
    static List<Path> inFolder(Path folder) {
        List<Path> images = images(matches(folder, "*"));
        if (images.isEmpty())
            throw new InputException(
                    "The folder " + folder + " holds no images, expected files that end in " + SUFFIXES + ".");
        return images;
    }

    /** The images in a folder and all folders below it, but hidden ones, in natural order. */
    static List<Path> belowFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return images(paths.filter(Files::isRegularFile)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .toList());
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        }
    }

    private static boolean isHidden(Path path) {
        for (Path step : path) if (step.toString().startsWith(".")) return true;
        return false;
    }

    /** The images that a pattern matches, in natural order; {@code **} stands for any number of folders. */
    static List<Path> matching(String glob) {
        String path = glob.replace('\\', '/');
        List<String> steps = List.of(path.split("/+"));
        int wild = 0;
        while (!isGlob(steps.get(wild))) wild++;
        String base = String.join("/", steps.subList(0, wild)) + (wild > 0 ? "/" : "");
        List<Path> found = List.of(resolve(Path.of(""), base));
        for (String step : steps.subList(wild, steps.size())) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) if (Files.isDirectory(folder)) next.addAll(step(folder, step));
            found = next.stream().distinct().toList();
        }
        List<Path> images = images(found);
        if (images.isEmpty())
            throw new InputException("The pattern " + glob + " matches " + found.size()
                    + " files but no image, expected some that end in " + SUFFIXES + ".");
        return images;
    }

    private static List<Path> step(Path folder, String step) {
        // Brackets stand in some folders' names; stars and question marks hardly ever do.
        boolean literal = step.matches("[^*?]+") && Files.exists(folder.resolve(step));
        if (literal) return List.of(folder.resolve(step).normalize());
        return step.equals("**") ? below(folder) : matches(folder, step);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static List<Path> matches(Path folder, String pattern) {
        boolean hidden = pattern.startsWith(".");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            for (Path path : stream)
                if (hidden || !path.getFileName().toString().startsWith(".")) found.add(path);
        } catch (PatternSyntaxException e) {
            throw new InputException(
                    "The pattern " + pattern + " is not complete (" + e.getDescription()
                            + "), expected wildcards such as *, ?, [ab] or {a,b}.",
                    e);
        } catch (DirectoryIteratorException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return found;
    }

    private static InputException unreadable(Path folder, IOException e) {
        return new InputException(
                "The folder " + folder + " cannot be listed (" + IOReason.of(e) + "); make it readable.", e);
    }

    /** Image files only, an .hdr/.img pair once, by its header. */
    private static List<Path> images(List<Path> paths) {
        Set<Path> all = new HashSet<>(paths);
        return paths.stream()
                .filter(path -> isImage(path) && Files.isRegularFile(path))
                .filter(path -> !all.contains(header(path)))
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList();
    }

    /** The header that stands beside a file of voxels; the folder, which is no image, for anything else. */
    private static Path header(Path path) {
        String name = path.getFileName().toString();
        int dot = name.toLowerCase(Locale.ROOT).lastIndexOf(".img");
        if (dot < 0) return path.getParent();
        String suffix = name.charAt(dot + 1) == 'I' ? ".HDR" : ".hdr";
        return path.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot + 4));
    }
}

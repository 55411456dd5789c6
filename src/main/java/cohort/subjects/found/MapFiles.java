package cohort.subjects.found;

import cohort.InputException;
import cohort.files.IOReason;
import cohort.files.TypedPath;
import cohort.image.format.VolumeFormats;
import cohort.subjects.PassedOver;
import cohort.subjects.SubjectIds;
import cohort.table.NaturalOrder;
import cohort.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds image files in folders. */
final class MapFiles {
    /** So many links that lead nowhere are named. */
    private static final int NAMED = 5;

    private static final Pattern WILD = Pattern.compile("[*?\\[{]");
    /** The likeliest of what {@link #isImage} accepts, as messages name it. */
    static final String SUFFIXES = ".nii, .nii.gz, .hdr, .img, .mgz, .nrrd or .mha";

    /** What is left of an image that is on its way, or is packed as none can be read. */
    private static final Map<String, String> UNREADABLE = Map.of(
            "part", "unfinished downloads",
            "crdownload", "unfinished downloads",
            "partial", "unfinished downloads",
            "tmp", "unfinished downloads",
            "bz2", "compressed with bzip2, which cannot be read",
            "xz", "compressed with xz, which cannot be read",
            "zst", "compressed with zstd, which cannot be read",
            "zip", "zip archives, which cannot be read");

    private MapFiles() {}

    /**
     * What a folder holds or a pattern matches.
     *
     * @param images in natural order, an .hdr/.img pair once; a link among them may lead nowhere
     * @param passedOver what seems to be an image and is none
     */
    record Entries(List<Path> images, List<PassedOver> passedOver) {}

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
        return folder.resolve(TypedPath.of(path)).toAbsolutePath().normalize();
    }

    /** The file or folder of a path as a user writes it; nothing if there is none. */
    static Optional<Path> existing(String source) {
        try {
            return Optional.of(resolve(Path.of(""), source)).filter(Files::exists);
        } catch (InvalidPathException e) { // a pattern, where file names cannot hold its wildcards
            return Optional.empty();
        }
    }

    /** The file itself, whatever links lead to it. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) { // reading it will say why
            return file;
        }
    }

    /** Whether a path is that of a link to a file that is not there. */
    private static boolean leadsNowhere(Path path) {
        return Files.isSymbolicLink(path) && Files.notExists(path);
    }

    /** @throws InputException if files are but links that lead nowhere, of which the first few are named */
    static void requireThere(List<Path> maps) {
        List<Path> dead = maps.stream().filter(MapFiles::leadsNowhere).toList();
        if (dead.isEmpty()) return;
        boolean one = dead.size() == 1;
        List<String> targets = dead.stream().map(MapFiles::target).toList();
        String names = Words.first(dead.stream().map(Path::toString).toList(), NAMED),
                ids =
                        String.join(
                                        "; ",
                                        dead.stream()
                                                .limit(NAMED)
                                                .map(SubjectIds::stem)
                                                .toList())
                                + (dead.size() > NAMED ? "; ..." : "");
        throw new InputException(names
                + (one
                        ? " is a link to " + targets.get(0) + ", which does not exist"
                        : " are links to files that do not exist")
                + ", expected " + (one ? "an image; " : "images; ")
                + (targets.stream().allMatch(to -> to.contains("annex/objects"))
                        ? "fetch " + (one ? "it" : "them") + " with git annex get"
                        : "correct or remove the link" + (one ? "" : "s"))
                + ", or leave " + (one ? "it out with leave_out=" + ids : "them out with leave_out=[" + ids + "]")
                + ".");
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "nowhere";
        }
    }

    /** The images in a folder, not below it. */
    static Entries inFolder(Path folder) {
        List<Path> all = new ArrayList<>(matches(folder, "*"));
        all.addAll(matches(folder, "._*"));
        Entries entries = entries(all);
        if (entries.images.isEmpty())
            throw new InputException("The folder " + folder + " holds no images, expected files that end in " + SUFFIXES
                    + (all.stream().anyMatch(Files::isDirectory)
                            ? "; " + folder.resolve("**") + " takes those in the folders below."
                            : "."));
        return entries;
    }

    private static Entries entries(List<Path> paths) {
        List<PassedOver> passed = paths.stream()
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .flatMap(path -> passedOver(path).stream())
                .toList();
        return new Entries(images(paths), passed);
    }

    private static Optional<PassedOver> passedOver(Path path) {
        String name = path.getFileName().toString();
        if (isAppleDouble(name) && isImage(path.resolveSibling(name.substring(2))))
            return Optional.of(new PassedOver(path.toString(), "files that macOS keeps beside others, not images"));
        int dot = name.lastIndexOf('.');
        String reason = UNREADABLE.getOrDefault(name.substring(dot + 1).toLowerCase(Locale.ROOT), "");
        return dot > 0 && !reason.isEmpty() && isImage(path.resolveSibling(name.substring(0, dot)))
                ? Optional.of(new PassedOver(path.toString(), reason))
                : Optional.empty();
    }

    private static boolean isAppleDouble(String name) {
        return name.startsWith("._");
    }

    /** The images in a folder and all folders below it, but hidden ones, in natural order. */
    static List<Path> belowFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return images(paths.filter(path -> Files.isRegularFile(path) || leadsNowhere(path))
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

    /**
     * The images that a pattern matches; {@code **} stands for any number of folders and, at the end or before other letters,
     * for all files below as well.
     */
    static Entries matching(String glob) {
        List<Path> found = all(glob);
        Entries entries = entries(found);
        if (entries.images.isEmpty())
            throw new InputException("The pattern " + glob + " matches " + (found.isEmpty() ? "no" : found.size())
                    + (found.size() == 1 ? " file" : " files") + (found.isEmpty() ? "" : " but no image")
                    + ", expected some that end in " + SUFFIXES + ".");
        return entries;
    }

    /** Whatever a pattern matches. */
    static List<Path> all(String glob) {
        String path = TypedPath.plain(glob).replace('\\', '/').replaceAll("/+$", "");
        String below = path.replaceAll("(^|/)\\*\\*([^/*])", "$1**/*$2").replaceAll("(^|/)\\*\\*$", "$1**/*");
        List<String> steps = List.of(below.split("/+"));
        int wild = 0;
        while (!isGlob(steps.get(wild))) wild++;
        String base = String.join("/", steps.subList(0, wild)) + (wild > 0 ? "/" : "");
        List<Path> found = List.of(resolve(Path.of(""), base));
        for (String step : steps.subList(wild, steps.size())) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) if (Files.isDirectory(folder)) next.addAll(step(folder, step));
            found = next.stream().distinct().toList();
        }
        return found;
    }

    private static List<Path> step(Path folder, String step) {
        // Brackets stand in some folders' names; stars and question marks hardly ever do.
        boolean literal = step.matches("[^*?]+") && Files.exists(folder.resolve(step));
        if (literal) return List.of(folder.resolve(step).normalize());
        return step.equals("**") ? below(folder) : matches(folder, step);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .toList();
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
        Set<Path> all = paths.stream().filter(path -> !Files.isDirectory(path)).collect(Collectors.toSet());
        return paths.stream()
                .filter(path -> isImage(path) && (Files.isRegularFile(path) || leadsNowhere(path)))
                .filter(path -> !isAppleDouble(path.getFileName().toString()))
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

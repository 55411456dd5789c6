package cohort.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What runs that were killed have left. */
final class Leftovers {
    /** Hidden folders of runs, marks of locks. */
    private static final Pattern OURS = Pattern.compile("\\.cohort(-[0-9a-f-]{36}|\\.lock\\.[0-9-]+)");

    /** Files that were being written: by a process of that number, or as earlier versions named them. */
    private static final Pattern PART = Pattern.compile(
            "\\.cohort(?:-(?<process>\\d{1,18}))?-?[0-9a-f-]*\\.part|(?:contrast-.*_statmap\\.nii\\.gz|mask\\.nii\\.gz|design\\.tsv"
                    + "|nulls\\.tsv|run\\.json|model\\.json)\\.[0-9a-f-]{36}\\.part");

    private Leftovers() {}

    /** Clears them. Whoever calls has the lock, so that no run is under way. */
    static void clear(Path folder, FolderLock lock, Disk disk) throws IOException {
        for (Path path : list(folder)) {
            String name = path.getFileName().toString();
            if (lock.owns(path)) continue;
            if (OURS.matcher(name).matches() || isDeadPart(name)) delete(path, disk);
        }
    }

    /** A figure may be being written into the folder while a run begins. */
    private static boolean isDeadPart(String name) {
        Matcher part = PART.matcher(name);
        if (!part.matches()) return false;
        String process = part.group("process");
        return process == null || ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    /** Deletes a file, or a folder with the files in it. */
    static void delete(Path path, Disk disk) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) for (Path file : list(path)) disk.delete(file);
        disk.delete(path);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            List<Path> paths = new ArrayList<>();
            entries.forEach(paths::add);
            return paths;
        }
    }
}

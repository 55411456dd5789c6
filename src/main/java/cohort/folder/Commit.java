package cohort.folder;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The decision that a folder holds a new run from now on. It has fallen once its file has its name; what it says may then be
 * done again and again, until it is done.
 *
 * @param from the hidden folder that holds the new files
 * @param move the names of the new files
 * @param delete the names of the old files that the new run does not have
 */
record Commit(String from, List<String> move, List<String> delete) {
    static final String FILE = ".cohort.commit";

    /** Whether a decision was taken and not yet carried out. */
    static boolean isUnderWay(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Takes the decision. */
    void decide(Path folder, Disk disk) throws IOException {
        Path written = folder.resolve(from).resolve(FILE);
        disk.write(written, out -> out.write(new Gson().toJson(this).getBytes(StandardCharsets.UTF_8)));
        disk.move(written, folder.resolve(FILE));
    }

    /** Carries a decision out, if there is one. */
    static void carryOut(Path folder, Disk disk) throws IOException {
        if (!isUnderWay(folder)) return;
        Commit commit = read(folder.resolve(FILE));
        Path from = folder.resolve(commit.from);
        for (String name : commit.move)
            if (Files.exists(from.resolve(name))) disk.move(from.resolve(name), folder.resolve(name));
        for (String name : commit.delete) disk.delete(folder.resolve(name));
        disk.delete(folder.resolve(FILE));
        Leftovers.delete(from, disk);
    }

    private static Commit read(Path file) throws IOException {
        try {
            Commit commit = new Gson().fromJson(Files.readString(file), Commit.class);
            if (commit != null && commit.isWhole()) return commit;
        } catch (JsonParseException e) {
            throw new IOException(FILE + " is damaged", e);
        }
        throw new IOException(FILE + " is damaged");
    }

    /** Whether everything is there, and no name leads out of the folder. */
    private boolean isWhole() {
        return from != null
                && move != null
                && delete != null
                && Stream.of(List.of(from), move, delete)
                        .flatMap(List::stream)
                        .allMatch(name -> name != null
                                && !name.equals("..")
                                && Path.of(name).getNameCount() == 1
                                && !Path.of(name).isAbsolute());
    }
}

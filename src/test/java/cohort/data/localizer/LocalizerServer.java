package cohort.data.localizer;

import cohort.Progress;
import cohort.data.download.MisbehavingServer;
import cohort.data.sample.SampleCohort;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The localizer's archive on this machine: its index, its tables (with rows in another order than the subjects, and some
 * columns only) and, as the maps of every contrast asked for, those of a sample cohort.
 */
public final class LocalizerServer implements AutoCloseable {
    private static final String BUTTONS = "LeftAuditory&VisualClickVsRightAuditory&VisualClick";

    private final MisbehavingServer server = new MisbehavingServer();
    private final Map<String, String> index = new LinkedHashMap<>();

    /** An archive without maps. */
    public LocalizerServer() {
        String participants = rows("participant_id\tage\tsex\tsite\n", n -> id(n) + "\t" + (20 + n) + "\tF\tSHFJ\n");
        String behaviour = rows("participant_id\tpseudo\tsite\n", n -> id(n) + "\t" + n / 8.0 + "\tx\n");
        add("/localizer/participants.tsv", participants.getBytes(StandardCharsets.UTF_8));
        add("/localizer/phenotype/behavioural.tsv", behaviour.getBytes(StandardCharsets.UTF_8));
    }

    /** The archive of a sample cohort's maps as effects and t values of left vs right button press. */
    public static LocalizerServer ofSampleCohort(int subjects, Path folder) {
        SampleCohort.write(folder, subjects, 1, Progress.NONE);
        LocalizerServer archive = new LocalizerServer();
        for (int n = 1; n <= subjects; n++)
            for (String type : List.of("cmaps", "tmaps"))
                archive.add(map(n, BUTTONS, type), bytes(folder.resolve("sub-" + id(n).substring(1) + ".nii.gz")));
        return archive;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String map(int subject, String contrast, String type) {
        return "/localizer/derivatives/spm_1st_level/sub-" + id(subject) + "/sub-" + id(subject)
                + "_task-localizer_acq-" + contrast + "_" + type + ".nii.gz";
    }

    static String id(int subject) {
        return subject < 10 ? "S0" + subject : "S" + subject;
    }

    private static String rows(String header, java.util.function.IntFunction<String> row) {
        StringBuilder text = new StringBuilder(header);
        IntStream.rangeClosed(1, 94).map(n -> 95 - n).mapToObj(row).forEach(text::append);
        return text.toString();
    }

    /** Puts a file into the archive; its address has the number of its place in the index. */
    public void add(String archived, byte[] bytes) {
        String id = "/id" + index.size();
        index.put(archived, id);
        server.put("/download" + id + "/", bytes);
        server.put("/hwbm2/download", new Gson().toJson(index).getBytes(StandardCharsets.UTF_8));
    }

    public MisbehavingServer server() {
        return server;
    }

    /** What the system property {@code cohort.localizer.url} takes. */
    public String url() {
        return server.at("").toString();
    }

    @Override
    public void close() {
        server.close();
    }
}

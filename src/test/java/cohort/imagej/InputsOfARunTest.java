package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.TinyStudy;
import cohort.imagej.macro.MacroRun;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record names every file that a run read, with the digest of its bytes. */
class InputsOfARunTest {
    @TempDir
    Path folder;

    private static List<String> inputs(Path record) throws IOException {
        JsonObject run = JsonParser.parseString(Files.readString(record)).getAsJsonObject();
        List<String> inputs = new ArrayList<>();
        for (JsonElement input : run.getAsJsonArray("inputs"))
            inputs.add(input.getAsJsonObject().get("file").getAsString() + " "
                    + input.getAsJsonObject().get("sha256").getAsString());
        return inputs;
    }

    private static String entry(Path file) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return file + " " + HexFormat.of().formatHex(digest);
    }

    @Test
    void tableDesignMaskGridAndBlocksAreAmongThem() throws IOException, GeneralSecurityException {
        TinyStudy study = TinyStudy.in(folder);
        String ones = "mean\n" + "1\n".repeat(TinyStudy.SUBJECTS);
        Path design = Files.writeString(folder.resolve("design.tsv"), ones);
        Path blocks = Files.writeString(
                folder.resolve("blocks.csv"),
                "block\n"
                        + IntStream.of(1, 1, 1, 2, 2, 2).mapToObj(b -> b + "\n").collect(Collectors.joining()));
        Path mask = study.image("ones.nii.gz", 1), grid = study.image("grid.nii", 2);
        Path results = folder.resolve("results");
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"Permutation Inference...\", \"maps=[" + study.table() + "] design=[" + design
                                + "] mask=[" + mask + "] missing=zero resample=[linear:" + grid + "] blocks=[" + blocks
                                + "] permutations=20 cluster_p=0 output=[" + results + "]\");",
                        ""));
        List<String> expected = new ArrayList<>();
        for (Path file : List.of(study.table(), grid, design, blocks, mask)) expected.add(entry(file));
        for (int s = 0; s < TinyStudy.SUBJECTS; s++) expected.add(entry(study.map(s)));
        assertEquals(expected, inputs(results.resolve("run.json")));
    }
}

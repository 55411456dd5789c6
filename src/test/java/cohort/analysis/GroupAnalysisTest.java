package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupAnalysisTest {
    @TempDir
    Path folder;

    private GroupAnalysis load(String more) throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + study.table()
                        + "] model=[1 + age] contrast=[age | intercept] permutations=40 tail=both tfce=true " + more),
                OpenImages.NONE,
                Progress.NONE);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        GroupAnalysis analysis = load("uncorrected=true");
        for (GroupResults found : List.of(analysis.permute(), analysis.fit())) {
            Path output = folder.resolve(found.run().isPermutation() ? "test" : "model");
            found.write(output);
            GroupResults read = GroupResults.read(output);
            assertEquals(found.run().contrasts(), read.run().contrasts());
            assertEquals(found.run().parameters(), read.run().parameters());
            assertEquals(found.run().inputs(), read.run().inputs());
            assertEquals(found.mask().size(), read.mask().size());
            assertArrayEquals(found.design().values()[3], read.design().values()[3]);
            for (int c = 0; c < 2; c++)
                same(found.contrasts().get(c), read.contrasts().get(c));
        }
    }

    /** 4 is NIfTI's code of MNI space. */
    @Test
    void resultsSayInWhichSpaceTheMapsLie() throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        for (Path map : images(study.table().getParent()))
            Volumes.writeSeries(
                    List.of(Volumes.read(map)), map, HeaderNotes.of("").withSpace(4));
        GroupResults found = GroupAnalysis.load(
                        PermutationSettings.parse(
                                "maps=[" + study.table() + "] model=1 permutations=20 residuals=true"),
                        OpenImages.NONE,
                        Progress.NONE)
                .permute();
        Path output = folder.resolve("results");
        found.write(output);
        assertEquals(4, GroupResults.read(output).run().space());
        List<Path> written = images(output);
        assertTrue(written.size() > 5, written.toString());
        for (Path map : written) assertEquals(4, VolumeFile.open(map).notes().space(), map.toString());
    }

    private static List<Path> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains(".nii")).toList();
        }
    }

    /** Maps are written as float32. */
    private static void same(ContrastResults found, ContrastResults read) {
        found.maps().forEach((name, map) -> {
            float[] written = floats(map.values());
            if (read.maps().containsKey(name))
                assertArrayEquals(written, floats(read.maps().get(name).values()), name);
            else assertEquals("logpUncorrected", name);
        });
        for (int s = 0; s < found.tests().size(); s++) {
            assertEquals(found.tests().get(s).name(), read.tests().get(s).name());
            assertArrayEquals(
                    floats(found.tests().get(s).nulls().maxima()),
                    floats(read.tests().get(s).nulls().maxima()));
            assertArrayEquals(
                    floats(found.tests().get(s).logP()),
                    floats(read.tests().get(s).logP()));
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    @Test
    void aReportNeedsNoFolder() throws IOException {
        GroupResults found = load("").permute();
        Path file = folder.resolve("memory.html");
        GroupReport.write(found, ReportOptions.DEFAULT, file);
        found.write(folder.resolve("results"));
        String written = GroupReport.html(folder.resolve("results"), ReportOptions.DEFAULT);
        assertEquals(words(written), words(Files.readString(file)));
    }

    /** A page as a reader sees it, without its pictures, packed maps, links to files and the times of the steps. */
    private static String words(String html) {
        return html.replaceAll("data:image/[^\"]*", "")
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("(?s)<script type=\"application/json\".*?</script>", "")
                .replaceAll("<li>(<a href=\"[^\"#:]*\">|<span>)([^<]*)</(a|span)>", "<li>$2")
                .replaceAll(" data-value=\"[^\"]*\"", "")
                .replaceAll("[0-9.]+\\hs\\b", "")
                .replace(", write ", "");
    }

    @Test
    void theModelIsThatOfItsOwnSettings() throws IOException {
        GroupAnalysis analysis = load("");
        assertEquals(
                "run(\"Second-Level Model...\", ",
                analysis.fit().run().command().substring(0, 29));
        assertFalse(analysis.fit().run().parameters().containsKey("seed"));
        assertTrue(analysis.permute().run().command().startsWith("run(\"Permutation Inference...\", "));
        assertArrayEquals(
                analysis.fit().contrasts().get(0).map().values(),
                analysis.permute().contrasts().get(0).map().values(),
                1e-9);
    }

    @Test
    void theMaskMayBeAnOpenImage() throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        ModelSettings settings = ModelSettings.of(Map.of("maps", study.table(), "mask", "half of it"));
        Volume map = Volumes.read(study.map(0));
        double[] values = map.values();
        Arrays.setAll(values, i -> i < values.length / 2 ? 1 : 0);
        GroupAnalysis analysis = GroupAnalysis.load(
                settings, new OneOpenImage("half of it", Volume.of(map.grid(), values)), Progress.NONE);
        assertTrue(analysis.mask().mask().size() <= values.length / 2);
        InputException refused =
                assertThrows(InputException.class, () -> GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE));
        assertTrue(refused.getMessage().startsWith("mask: half of it is not a file, an open image or a mask rule"));
    }
}

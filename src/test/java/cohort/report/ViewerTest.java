package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The viewer in the report, as a browser shows it; runs where Chromium is installed. */
@Tag("slow")
class ViewerTest {
    /** The t that 0.5 % of Student's t with 9 degrees of freedom exceed; from tables. */
    private static final double FORMING = 3.249836;

    private static final String READY = "document.getElementById('viewer').dataset.ready === 'true'";
    private static final String FACTS =
            "[...document.querySelectorAll('#viewer-facts > *')].map(part => part.textContent).join(' ')";
    private static final String COUNT = "document.getElementById('viewer-count').textContent";

    @TempDir
    static Path folder;

    @TempDir
    static Path profile;

    private static Optional<Chromium> chromium = Optional.empty();
    private static TinyResults results;
    private static Path page;

    private Chromium browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> found = Chromium.find();
        assumeTrue(found.isPresent(), "no Chromium here");
        chromium = Optional.of(new Chromium(found.get(), profile));
        page = folder.resolve("report.html");
        results = TinyResults.in(folder.resolve("results"), "group + age", "group.b | age", Tail.BOTH, true, Map.of());
        GroupReport.write(results.folder(), ReportOptions.DEFAULT, page);
    }

    @AfterAll
    static void end() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void browser() throws InterruptedException {
        browser = chromium.orElseThrow();
        browser.media("", "light");
    }

    private void open(int width) throws InterruptedException {
        browser.open(page, width);
        browser.await(READY);
    }

    private static CorrectedMap test(int contrast, int statistic) {
        return results.result().contrasts().get(contrast).statistics().get(statistic);
    }

    /** The voxel of the mask with the largest |t|. */
    private static int peak(int contrast) {
        double[] t = test(contrast, 0).map();
        return IntStream.range(0, t.length)
                .reduce((a, b) -> Math.abs(t[b]) > Math.abs(t[a]) ? b : a)
                .orElseThrow();
    }

    /** What the viewer says of a voxel whose values are exact. */
    private static String reading(int contrast, int voxel) {
        Mask mask = results.mask();
        int index = mask.gridIndex(voxel);
        String tests = results.result().contrasts().get(contrast).statistics().stream()
                .flatMap(test -> Stream.of(
                        p(test.logP()[voxel]) + " (" + test.info().symbol() + ")",
                        p(test.jointLogP().orElseThrow()[voxel]) + " ("
                                + test.info().symbol() + ", all contrasts)"))
                .collect(Collectors.joining(", "));
        return "Position "
                + DoubleStream.of(mask.grid().toMm(index))
                        .map(mask.grid()::readable)
                        .mapToObj(Words::mm)
                        .collect(Collectors.joining(", "))
                + " mm Voxel "
                + IntStream.range(0, 3)
                        .mapToObj(axis -> "" + mask.grid().coordinate(index, axis))
                        .collect(Collectors.joining(", "))
                + " t " + Words.fixed(test(contrast, 0).map()[voxel], 2) + " Corrected p " + tests;
    }

    private static String p(double logP) {
        return Words.p(Math.pow(10, -(float) logP));
    }

    /** In which part of the plane of a view a voxel lies, from left and top: the grid runs to the left. */
    private static double[] place(int voxel) {
        Mask mask = results.mask();
        int[] low = new int[3], high = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int a = axis;
            int[] all = IntStream.range(0, mask.size())
                    .map(m -> mask.grid().coordinate(mask.gridIndex(m), a))
                    .toArray();
            low[axis] = Math.max(0, Arrays.stream(all).min().orElseThrow() - 2);
            high[axis] = Math.min(
                    mask.grid().size(axis) - 1, Arrays.stream(all).max().orElseThrow() + 2);
        }
        int index = mask.gridIndex(voxel);
        double[] up = new double[3];
        for (int axis = 0; axis < 3; axis++)
            up[axis] = (mask.grid().coordinate(index, axis) - low[axis] + 0.5) / (high[axis] - low[axis] + 1);
        return new double[] {1 - up[0], up[1], up[2]};
    }

    /** Where a part of an element lies in the window, once it is in sight. */
    private double[] point(String selector, double across, double down) throws InterruptedException {
        browser.evaluate("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
        String frame = "document.querySelector('" + selector + "').getBoundingClientRect()";
        return new double[] {
            Double.parseDouble(browser.evaluate(frame + ".left + " + across + " * " + frame + ".width")),
            Double.parseDouble(browser.evaluate(frame + ".top + " + down + " * " + frame + ".height"))
        };
    }

    private void change(String id, String value, String event) throws InterruptedException {
        browser.evaluate("(control => { control.value = '" + value + "'; control.dispatchEvent(new Event('" + event
                + "')); })(document.getElementById('viewer-" + id + "'))");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aClickAtAPeakShowsItsValue(int width) throws InterruptedException {
        open(width);
        int peak = peak(0);
        double[] at = place(peak);
        assertEquals(reading(0, peak), browser.evaluate(FACTS), "it opens at the peak");
        browser.evaluate("document.querySelector('#viewer-x input').value = 0");
        browser.evaluate("document.querySelector('#viewer-x input').dispatchEvent(new Event('input'))");
        assertNotEquals(reading(0, peak), browser.evaluate(FACTS));
        double[] coronal = point("#viewer-y canvas", at[0], 1 - at[2]);
        browser.click(coronal[0], coronal[1]);
        assertEquals(reading(0, peak), browser.evaluate(FACTS));
        double[] elsewhere = point("#viewer-z canvas", 0.5, 0.5);
        browser.click(elsewhere[0], elsewhere[1]);
        assertNotEquals(reading(0, peak), browser.evaluate(FACTS));
        double[] axial = point("#viewer-z canvas", at[0], 1 - at[1]);
        if (width < 600) browser.tap(axial[0], axial[1]);
        else browser.click(axial[0], axial[1]);
        assertEquals(reading(0, peak), browser.evaluate(FACTS));
        browser.await("document.getElementById('viewer-live').textContent.includes('"
                + Words.fixed(test(0, 0).map()[peak], 2) + "')");
        assertEquals(List.of(), browser.complaints());
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theSliderHidesWhatItMust(int width) throws InterruptedException {
        open(width);
        double[] t = test(0, 0).map();
        long beyond =
                Arrays.stream(t).filter(value -> Math.abs(value) > FORMING).count();
        assertEquals(
                "Shown where |t| > " + "3.25" + ": " + beyond + " of " + t.length + " voxels.",
                browser.evaluate(COUNT),
                "it opens at the cluster-forming threshold");
        double high = Arrays.stream(t).map(Math::abs).max().orElseThrow();
        for (int position : new int[] {500, 700, 900, 1000}) {
            change("slider", "" + position, "input");
            double level = Double.parseDouble(browser.evaluate("document.getElementById('viewer-number').value"));
            assertEquals(high * position / 1000, level, 0.006 * high);
            long shown =
                    Arrays.stream(t).filter(value -> Math.abs(value) > level).count();
            String count = browser.evaluate(COUNT);
            if (position > 500) assertTrue(count.contains(": " + shown + " of " + t.length + " "), count + shown);
            assertEquals(shown > 0, isCoverShown(), "at " + level);
        }
    }

    /** Whether something coloured is drawn at the peak. */
    private boolean isCoverShown() throws InterruptedException {
        change("number", browser.evaluate("document.getElementById('viewer-number').value"), "change");
        String canvas = "document.querySelector('#viewer-z canvas')";
        double[] at = place(peak(0));
        return browser.evaluate("(canvas => { const pixel = canvas.getContext('2d').getImageData(Math.round("
                        + at[0] + " * canvas.width), Math.round(" + (1 - at[1])
                        + " * canvas.height), 1, 1).data; return Math.max(pixel[0], pixel[1], pixel[2])"
                        + " - Math.min(pixel[0], pixel[1], pixel[2]) > 30; })(" + canvas + ")")
                .equals("true");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 1", "5, 2", "7, 3"})
    void voxelsAreHiddenByTheirCorrectedP(String rule, int statistic) throws InterruptedException {
        open(1280);
        change("rule", rule, "change");
        long voxels = Arrays.stream(test(0, statistic).logP())
                .filter(logP -> Math.pow(10, -logP) <= 0.05 + 1e-6)
                .count();
        String count = browser.evaluate(COUNT);
        assertTrue(count.startsWith("Shown where p \u2264 0.0500: " + voxels + " of "), count);
    }

    @Test
    void rowsAndGlassBrainsLeadToPeaks() throws InterruptedException {
        open(1280);
        String rows = "[...document.querySelectorAll('tr[data-contrast=\"1\"]')]";
        assertTrue(Integer.parseInt(browser.evaluate(rows + ".length")) > 0);
        browser.evaluate(rows + "[0].click()");
        String voxel = browser.evaluate(rows + "[0].dataset.voxel").replace(" ", ", ");
        browser.await(FACTS + ".includes('Voxel " + voxel + " ')");
        assertEquals("1 0", browser.evaluate("document.getElementById('viewer-map').value"));
        assertEquals(reading(1, voxel(voxel)), browser.evaluate(FACTS));

        clickTheGlassAtThePeak("wide");
    }

    /** On a phone the four views stand in two rows of two, whose letters can be read. */
    @Test
    void theNarrowGlassBrainsLeadToPeaksToo() throws InterruptedException {
        open(390);
        assertEquals(
                "0",
                browser.evaluate("[...document.querySelectorAll('img.wide')].filter(i => i.clientWidth > 0).length"));
        clickTheGlassAtThePeak("narrow");
    }

    private void clickTheGlassAtThePeak(String style) throws InterruptedException {
        int peak = peak(0);
        double[] mm = results.mask().grid().toMm(results.mask().gridIndex(peak));
        String image = "img." + style + "[data-contrast=\"0\"][data-views]";
        String view = "JSON.parse(document.querySelector('" + image + "').dataset.views)[3]";
        double across = Double.parseDouble(browser.evaluate(
                "(v => v.left + v.width * (" + mm[0] + " - v.from[0]) / (v.to[0] - v.from[0]))(" + view + ")"));
        double down = Double.parseDouble(browser.evaluate(
                "(v => v.top + v.height * (" + mm[1] + " - v.from[1]) / (v.to[1] - v.from[1]))(" + view + ")"));
        double[] at = point(image, across, down);
        browser.click(at[0], at[1]);
        browser.await(FACTS + " === '" + reading(0, peak) + "'");
    }

    private static int voxel(String text) {
        int[] at = Arrays.stream(text.split(", ")).mapToInt(Integer::parseInt).toArray();
        int index = results.mask().grid().index(at[0], at[1], at[2]);
        return IntStream.range(0, results.mask().size())
                .filter(m -> results.mask().gridIndex(m) == index)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keysAndWheelStepThroughVoxels() throws InterruptedException {
        open(1280);
        Mask mask = results.mask();
        int peak = peak(0);
        double[] mm = mask.grid().toMm(mask.gridIndex(peak));
        double[] at = place(peak), axial = point("#viewer-z canvas", at[0], 1 - at[1]);
        browser.click(axial[0], axial[1]);
        String position = "document.querySelector('#viewer-facts dd').textContent";
        Map<String, double[]> steps = Map.of(
                "ArrowRight", new double[] {3, 0, 0},
                "ArrowLeft", new double[] {-3, 0, 0},
                "ArrowUp", new double[] {0, 2.5, 0},
                "ArrowDown", new double[] {0, -2.5, 0},
                "PageUp", new double[] {0, 0, 4},
                "PageDown", new double[] {0, 0, -4});
        for (Map.Entry<String, double[]> step : steps.entrySet()) {
            browser.key("Home");
            browser.key(step.getKey());
            assertEquals(position(mm, step.getValue()), browser.evaluate(position), step.getKey());
        }
        browser.key("Home");
        browser.wheel(axial[0], axial[1], -100);
        browser.await(position + " === '" + position(mm, new double[] {0, 0, 4}) + "'");
    }

    private String position(double[] mm, double[] step) {
        return IntStream.range(0, 3)
                .mapToObj(axis -> Words.mm(results.mask().grid().readable(mm[axis] + step[axis])))
                .collect(Collectors.joining(", ", "", " mm"));
    }

    @Test
    void whereStreamsAreNotUnpackedByTheBrowserThePageDoes() throws InterruptedException {
        browser.openAfter("delete window.DecompressionStream;", page, 1280);
        browser.await(READY);
        assertEquals("undefined", browser.evaluate("typeof DecompressionStream"));
        assertEquals(reading(0, peak(0)), browser.evaluate(FACTS));
        assertEquals(List.of(), browser.complaints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theMaskIsSeenOnItsGround(String scheme) throws InterruptedException {
        browser.media("", scheme);
        open(1280);
        change("number", "1000", "change");
        String pixel = "(canvas => [...canvas.getContext('2d').getImageData(Math.round(0.3 * canvas.width),"
                + " Math.round(0.4 * canvas.height), 1, 1).data].slice(0, 3))(document.querySelector('#viewer-z canvas'))";
        assertEquals(scheme.equals("dark") ? "74,78,85" : "212,214,217", browser.evaluate(pixel));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void everyControlHasALabelAndEveryMapIsOffered() throws InterruptedException {
        open(390);
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('#viewer input, #viewer select')]"
                        + ".filter(control => control.labels.length === 0 && !control.getAttribute('aria-label'))"
                        + ".map(control => control.outerHTML).join()"));
        int maps = 0;
        for (int c = 0; c < 2; c++)
            maps += results.result().contrasts().get(c).statistics().size() * 3;
        assertEquals("" + maps, browser.evaluate("document.getElementById('viewer-map').options.length"));
        for (int m = 0; m < maps / 2; m++) {
            change("map", "1 " + m, "change");
            browser.await("document.getElementById('viewer-legend').textContent.startsWith("
                    + "document.getElementById('viewer-map').selectedOptions[0].textContent)");
        }
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void paperHasNoViewer() throws InterruptedException {
        open(1280);
        String display = "getComputedStyle(document.getElementById('viewer')).display";
        assertEquals("block", browser.evaluate(display));
        browser.media("print", "light");
        assertEquals("none", browser.evaluate(display));
    }

    /** Where scripts are off, the page has no viewer and no way to it, and everything else. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void withoutScriptsThePageIsWholeButForTheViewer(int width) throws InterruptedException {
        String shown = "[...document.querySelectorAll('%s')].filter(part => part.getClientRects().length > 0)"
                + ".map(part => part.getAttribute('data-voxel') || part.getAttribute('alt') || part.textContent).join('\\n')";
        String images = shown.formatted("figure img"), rows = shown.formatted("tr[data-voxel]");
        open(width);
        String with = browser.evaluate(images), peaks = browser.evaluate(rows);
        browser.openWithoutScripts(page, width);
        assertEquals(
                "",
                browser.evaluate(shown.formatted("#viewer, #viewer *, nav a[href=\"#viewer\"]")),
                "the viewer is not offered");
        assertEquals("undefined", browser.evaluate("document.getElementById('viewer').dataset.ready"));
        assertEquals(with, browser.evaluate(images));
        assertEquals(peaks, browser.evaluate(rows));
        assertTrue(peaks.lines().count() > 0 && with.lines().count() >= 10, with);
        assertEquals(
                "local, local, scroll, scroll",
                browser.evaluate("getComputedStyle(document.querySelector('.scroll')).backgroundAttachment"),
                "no shadow at the edge beyond which there are columns");
        assertEquals(
                "0",
                browser.evaluate(
                        "[...document.images].filter(image => !image.complete || image.naturalWidth === 0).length"));
        assertEquals(List.of(), browser.complaints());
    }
}

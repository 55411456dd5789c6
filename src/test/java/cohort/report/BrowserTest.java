package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.permute.nulls.Tail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a browser shows it; runs where Chromium is installed. */
@Tag("slow")
class BrowserTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path profile;

    private static Optional<Chromium> chromium = Optional.empty();
    private static Path page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> found = Chromium.find();
        assumeTrue(found.isPresent(), "no Chromium here");
        chromium = Optional.of(new Chromium(found.get(), profile));
        page = folder.resolve("report.html");
        TinyResults results =
                TinyResults.in(folder.resolve("results"), "group + age", "group.b | age", Tail.BOTH, true, Map.of());
        GroupReport.write(results.folder(), ReportOptions.DEFAULT, page);
    }

    @AfterAll
    static void end() {
        chromium.ifPresent(Chromium::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1280})
    void everythingIsShownAndNothingComplains(int width) throws InterruptedException {
        Chromium browser = chromium.orElseThrow();
        browser.open(page, width);
        int images = Integer.parseInt(browser.evaluate("document.images.length"));
        assertTrue(images >= 10, images + " images");
        assertEquals(
                "" + images,
                browser.evaluate(
                        "[...document.images].filter(image => image.complete && image.naturalWidth > 0).length"));
        assertEquals(
                browser.evaluate("document.documentElement.clientWidth"),
                browser.evaluate("document.documentElement.scrollWidth"),
                "the page is wider than the screen");
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('img, figure, p, h1, h2, h3, dl, pre, blockquote')]"
                        + ".filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth)"
                        + ".map(part => part.outerHTML.slice(0, 80)).join()"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void tablesSortByTheirNumbers() throws InterruptedException {
        Chromium browser = chromium.orElseThrow();
        browser.open(page, 1280);
        String table = "document.querySelector('#subjects table')";
        String heading = table + ".tHead.rows[0].cells[4]";
        String ages = "[..." + table + ".tBodies].map(body => Number(body.rows[0].cells[4].dataset.value))";
        assertEquals("age", browser.evaluate(heading + ".textContent"));
        assertEquals("23,31,45,52,28,63,37,41,66,25,33,60", browser.evaluate(ages));
        browser.evaluate(heading + ".firstElementChild.click()");
        assertEquals("ascending", browser.evaluate(heading + ".getAttribute('aria-sort')"));
        assertEquals("23,25,28,31,33,37,41,45,52,60,63,66", browser.evaluate(ages));
        browser.evaluate(heading + ".firstElementChild.click()");
        assertEquals("descending", browser.evaluate(heading + ".getAttribute('aria-sort')"));
        assertEquals("66,63,60,52,45,41,37,33,31,28,25,23", browser.evaluate(ages));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void keysSortAndPaperUnfolds() throws InterruptedException {
        Chromium browser = chromium.orElseThrow();
        browser.open(page, 1280);
        String heading = "document.querySelector('#subjects table').tHead.rows[0].cells[4]";
        browser.evaluate(heading
                + ".firstElementChild.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))");
        assertEquals("ascending", browser.evaluate(heading + ".getAttribute('aria-sort')"));
        String folded = "document.querySelectorAll('details:not([open])').length";
        String before = browser.evaluate(folded);
        assertTrue(Integer.parseInt(before) >= 2, before);
        browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertEquals("0", browser.evaluate(folded));
        browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertEquals(before, browser.evaluate(folded));
    }
}

package cohort.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that can be sorted by each column.
 *
 * @param caption what it shows
 * @param headings of the columns
 * @param groups the bodies, which stay together when the table is sorted by their first rows
 */
public record DataTable(List<Node> caption, List<String> headings, List<Element> groups) {
    private static final String VALUE = "data-value";

    /** Tables of this many bodies stay on one page of paper. */
    private static final int SHORT = 12;

    /** The table in a box of its own, which scrolls where the page is narrow. */
    public Element element() {
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("caption", Element.of("span", caption.stream())));
        parts.add(Element.of(
                "thead", Element.of("tr", IntStream.range(0, headings.size()).mapToObj(this::heading))));
        parts.addAll(groups);
        Element table = Element.of("table", parts.stream()).styled("sortable");
        return Element.of("div", table)
                .styled(groups.size() <= SHORT ? "scroll short" : "scroll")
                .with("role", "region")
                .with("aria-label", "Table")
                .with("tabindex", "0");
    }

    /** Above numbers it stands to the right, as they do. */
    private Element heading(int column) {
        Element heading = Element.of("th", headings.get(column)).with("scope", "col");
        return groups.stream().anyMatch(group -> isNumber(group, column)) ? heading.styled("number") : heading;
    }

    private static boolean isNumber(Element group, int column) {
        Element row = (Element) group.content().get(0),
                cell = (Element) row.content().get(column);
        return cell.attributes().containsKey(VALUE);
    }

    /** A body of one row. */
    public static Element group(Stream<Element> cells) {
        return Element.of("tbody", Element.of("tr", cells));
    }

    /** A cell of a number: as it is read, and as it is sorted. */
    public static Element number(String shown, double value) {
        return Element.of("td", shown).styled("number").with(VALUE, Double.toString(value));
    }

    /** A cell of text. */
    public static Element text(String shown) {
        return Element.of("td", shown);
    }

    /** The cell that names the row. */
    public static Element name(String shown) {
        return Element.of("th", shown).with("scope", "row");
    }
}

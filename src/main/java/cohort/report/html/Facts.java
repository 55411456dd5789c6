package cohort.report.html;

import java.util.List;

/** Entries of a list of facts. */
public final class Facts {

    private Facts() {}

    /** A term and what there is to say of it. */
    public static List<Element> fact(String term, String description) {
        return List.of(Element.of("dt", term), Element.of("dd", description));
    }
}

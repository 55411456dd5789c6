package cohort.report;

import java.util.List;

/** Entries of a list of facts. */
final class Facts {

    private Facts() {}

    /** A term and what there is to say of it. */
    static List<Element> fact(String term, String description) {
        return List.of(Element.of("dt", term), Element.of("dd", description));
    }
}

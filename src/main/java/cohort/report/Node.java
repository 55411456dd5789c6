package cohort.report;

/** A part of a page. */
interface Node {

    /** Writes it as HTML that is well-formed XML, too. */
    void write(StringBuilder out);
}

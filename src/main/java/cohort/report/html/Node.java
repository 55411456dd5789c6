package cohort.report.html;

/** A part of a page. */
public interface Node {

    /** Writes it as HTML that is well-formed XML, too. */
    void write(StringBuilder out);
}

package cohort.report.html;

import java.io.PrintWriter;

/** A part of a page. */
public interface Node {

    /** Writes it as HTML that is well-formed XML, too. */
    void write(PrintWriter out);
}

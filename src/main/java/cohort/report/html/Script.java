package cohort.report.html;

import java.io.PrintWriter;

/**
 * A script, which HTML reads as it stands and XML as characters that mean nothing.
 *
 * @param code JavaScript, of any signs but those that end a script
 */
record Script(String code) implements Node {

    /** @throws IllegalArgumentException if HTML or XML would take a part for the end */
    Script {
        if (code.contains("]]>") || code.contains("</script") || code.contains("<!--"))
            throw new IllegalArgumentException("a script with ]]>, </script or <!--");
    }

    @Override
    public void write(PrintWriter out) {
        out.append("//<![CDATA[\n").append(code).append("\n//]]>");
    }
}

package cohort.report.html;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An element of a page.
 *
 * @param name the tag
 * @param attributes by name, in order
 * @param content what it holds
 */
public record Element(String name, Map<String, String> attributes, List<Node> content) implements Node {
    /** Elements that hold nothing and have no closing tag. */
    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input", "meta");

    /** Elements whose text is to be copied. */
    private static final Set<String> CODE = Set.of("code", "pre");

    public Element {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        content = List.copyOf(content);
    }

    /** An element of nodes. */
    public static Element of(String name, Node... content) {
        return new Element(name, Map.of(), List.of(content));
    }

    /** An element of nodes. */
    public static Element of(String name, Stream<? extends Node> content) {
        return new Element(name, Map.of(), content.<Node>map(node -> node).toList());
    }

    /** An element of text. */
    public static Element of(String name, String text) {
        return of(name, new Text(text));
    }

    /** This element with an attribute more. */
    public Element with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, content);
    }

    /** This element with a class. */
    public Element styled(String style) {
        return with("class", style);
    }

    @Override
    public void write(PrintWriter out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            new Text(value).writeAsItStands(out);
            out.append('"');
        });
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node node : content)
            if (CODE.contains(name) && node instanceof Text text) text.writeAsItStands(out);
            else node.write(out);
        out.append("</").append(name).append('>');
    }
}

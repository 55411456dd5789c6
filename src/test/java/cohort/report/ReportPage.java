package cohort.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as an XML parser sees it. */
public final class ReportPage {
    private final Document document;

    private ReportPage(Document document) {
        this.document = document;
    }

    /** Fails if the page is not well-formed. */
    public static ReportPage parse(String html) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new ReportPage(builder.parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A page's text with a plain space wherever lines do not break. */
    public static String plain(String html) {
        return html.replace('\u00A0', ' ');
    }

    List<Element> all(String xpath) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(n -> (Element) found.item(n))
                    .toList();
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    /** With a plain space wherever lines do not break. */
    List<String> texts(String xpath) {
        return all(xpath).stream()
                .map(element -> plain(element.getTextContent()))
                .toList();
    }

    /** The only element of its kind. */
    public String text(String xpath) {
        List<String> texts = texts(xpath);
        if (texts.size() != 1) throw new AssertionError(texts.size() + " of " + xpath);
        return texts.get(0);
    }
}

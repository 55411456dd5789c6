package cohort.image.tiff.description;

import cohort.image.ReadingOptions;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** OME-XML (ome-xml 2016-06), of which the pixels' sizes and order and the pages they lie in are taken. */
final class OmeDescription {
    private static final Pattern START =
            Pattern.compile("\\s*(<\\?xml[^>]*>)?\\s*(<!--.*?-->\\s*)*<(\\w+:)?OME\\b.*", Pattern.DOTALL);
    private static final Pattern ORDER = Pattern.compile("XY(ZCT|ZTC|CZT|CTZ|TZC|TCZ)");

    private final Element pixels;

    private OmeDescription(Element pixels) {
        this.pixels = pixels;
    }

    static boolean isOme(String text) {
        return START.matcher(text.substring(0, Math.min(text.length(), 4096))).matches();
    }

    /** @throws IllegalArgumentException if it is no OME-XML of one image whose pages are all in this file */
    static Description of(String text, int pages, ReadingOptions options) {
        NodeList images = parse(text).getElementsByTagNameNS("*", "Pixels");
        if (images.getLength() != 1)
            throw new IllegalArgumentException("found " + images.getLength()
                    + " images in the OME description, expected one; open the one you want in Fiji and save it"
                    + " as TIFF");
        OmeDescription description = new OmeDescription((Element) images.item(0));
        long channels = description.whole("SizeC"),
                slices = description.whole("SizeZ"),
                volumes = description.whole("SizeT");
        int channel = options.index(channels);
        Planes.require(channels, slices, volumes, pages);
        int[] all = description.pages(new OmeAxes(description.order(), (int) channels, (int) slices, (int) volumes));
        int n = (int) (slices * volumes);
        Planes planes = new Planes((int) slices, Arrays.copyOfRange(all, channel * n, channel * n + n));
        return Description.of(planes, description.size((int) slices));
    }

    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); // nothing from elsewhere
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the usual one prints
            return builder.parse(new InputSource(new StringReader(text.strip())));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(
                    "found an OME description that is not XML, expected OME-XML; the file is damaged", e);
        }
    }

    private VoxelSize size(int slices) {
        Optional<Double> x = length("X"), y = length("Y"), z = length("Z");
        if (x.isEmpty() || y.isEmpty()) return VoxelSize.unknown("states no PhysicalSizeX and PhysicalSizeY");
        if (z.isEmpty() && slices > 1)
            return VoxelSize.unknown("states the size of a pixel, but no PhysicalSizeZ for the distance of the slices");
        return VoxelSize.of(x.get(), y.get(), z.orElseGet(() -> unit("X").orElse(1)));
    }

    private Optional<Double> length(String axis) {
        String text = pixels.getAttribute("PhysicalSize" + axis);
        OptionalDouble mm = unit(axis);
        if (text.isEmpty() || mm.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Double.parseDouble(text) * mm.getAsDouble());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "found a PhysicalSize" + axis + " that is not a number in the OME description; the file is damaged",
                    e);
        }
    }

    private OptionalDouble unit(String axis) {
        String unit = pixels.getAttribute("PhysicalSize" + axis + "Unit");
        if (unit.equals("reference frame")) return OptionalDouble.empty();
        return VoxelSize.millimetres(unit.isEmpty() ? "\u00b5m" : unit);
    }

    private String order() {
        String order = pixels.getAttribute("DimensionOrder");
        if (ORDER.matcher(order).matches()) return order;
        throw new IllegalArgumentException(
                "found no DimensionOrder in the OME description, expected e.g. XYCZT; the file is damaged");
    }

    /** The page of each plane: of a channel after the other, volume by volume, slice by slice. */
    private int[] pages(OmeAxes axes) {
        int[] pages = new int[axes.planes()];
        Arrays.fill(pages, -1);
        NodeList data = pixels.getElementsByTagNameNS("*", "TiffData");
        if (data.getLength() == 0) fill(pages, 0, 0, pages.length, axes);
        for (int n = 0; n < data.getLength(); n++) {
            Element part = (Element) data.item(n);
            requireHere(part);
            long page = whole(part, "IFD", 0);
            long c = whole(part, "FirstC", 0), z = whole(part, "FirstZ", 0), t = whole(part, "FirstT", 0);
            if (!axes.has(c, z, t)) throw contradicts();
            long at = axes.number(c, z, t);
            long count = whole(part, "PlaneCount", part.hasAttribute("IFD") ? 1 : pages.length);
            if (at + count > pages.length || page + count > pages.length) throw contradicts();
            fill(pages, (int) at, (int) page, (int) count, axes);
        }
        if (!Arrays.equals(
                Arrays.stream(pages).sorted().toArray(),
                Planes.inOrder(1, pages.length).pages())) throw contradicts();
        return pages;
    }

    /** Planes from one on, in the order of the file, lie in pages from one on. */
    private static void fill(int[] pages, int at, int page, int count, OmeAxes axes) {
        for (int n = 0; n < count; n++) pages[axes.place(at + n)] = page + n;
    }

    /** The other files of an image that is spread over several are not looked for. */
    private void requireHere(Element part) {
        NodeList others = part.getElementsByTagNameNS("*", "UUID");
        Element root = pixels.getOwnerDocument().getDocumentElement();
        for (int n = 0; n < others.getLength(); n++)
            if (!others.item(n).getTextContent().strip().equals(root.getAttribute("UUID")))
                throw new IllegalArgumentException("found an OME description of pages in other files, expected all in"
                        + " this one; open the image in Fiji and"
                        + " save it as one TIFF");
    }

    private static IllegalArgumentException contradicts() {
        return new IllegalArgumentException(
                "found an OME description whose TiffData do not give each slice its own page, expected one page for"
                        + " each slice; the file is damaged");
    }

    private long whole(String name) {
        return whole(pixels, name, 0);
    }

    private static long whole(Element element, String name, long absent) {
        String text = element.getAttribute(name);
        if (text.isEmpty()) return absent;
        if (text.matches("\\d{1,9}")) return Long.parseLong(text);
        throw new IllegalArgumentException(
                "found a " + name + " that is not a whole number in the OME description; the file is damaged");
    }
}

package langmap.style;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A style as QGIS keeps it (QML, symbology only): one colour, or one for each value of a property. */
public final class QmlWriter {
    /** Last line of QGIS 3 that reads symbols written as plain properties without being told. */
    private static final String VERSION = "3.22.0";

    private final XMLStreamWriter xml;
    private final String geometry;

    private QmlWriter(XMLStreamWriter xml, String geometry) {
        this.xml = xml;
        this.geometry = geometry;
    }

    /** One value with what it is called and its colour, #rrggbb. */
    public record Category(String value, String label, String colour) {
    }

    /**
     * How a layer is drawn.
     *
     * @param property   property that colours follow; empty for one colour
     * @param categories its values in order; one without a property
     */
    public record Style(String property, List<Category> categories) {
        public Style {
            categories = List.copyOf(categories);
        }
    }

    /** The style as XML; {@code geometry} is a GeoJSON type. */
    public static String write(String geometry, Style style) {
        StringWriter text = new StringWriter();
        try {
            new QmlWriter(XMLOutputFactory.newFactory().createXMLStreamWriter(text), geometry).document(style);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(Style style) throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        start("qgis", "version", VERSION, "styleCategories", "Symbology");
        if (style.property().isEmpty()) {
            start("renderer-v2", "type", "singleSymbol", "forceraster", "0", "symbollevels", "0", "enableorderby", "0");
        } else {
            start("renderer-v2", "type", "categorizedSymbol", "attr", style.property(), "forceraster", "0", "symbollevels", "0", "enableorderby", "0");
            categories(style.categories());
        }
        start("symbols");
        for (int i = 0; i < style.categories().size(); i++) {
            symbol(i, style.categories().get(i).colour());
        }
        xml.writeEndDocument();
    }

    private void categories(List<Category> categories) throws XMLStreamException {
        start("categories");
        for (int i = 0; i < categories.size(); i++) {
            start("category", "symbol", Integer.toString(i), "value", categories.get(i).value(), "label", categories.get(i).label(), "render", "true");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void symbol(int number, String colour) throws XMLStreamException {
        boolean line = geometry.endsWith("LineString");
        boolean area = geometry.endsWith("Polygon");
        start("symbol", "name", Integer.toString(number), "type", area ? "fill" : line ? "line" : "marker", "alpha", "1", "clip_to_extent", "1",
            "force_rhr", "0");
        start("layer", "class", area ? "SimpleFill" : line ? "SimpleLine" : "SimpleMarker", "enabled", "1", "locked", "0", "pass", "0");
        if (line) {
            property("line_color", rgba(colour));
            property("line_width", "0.5");
        } else {
            property("color", rgba(colour));
            property("outline_color", rgba("#5c6770"));
            property("outline_width", "0.2");
            property(area ? "style" : "name", area ? "solid" : "circle");
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void property(String key, String value) throws XMLStreamException {
        start("prop", "k", key, "v", value);
        xml.writeEndElement();
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static String rgba(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ",255";
    }
}

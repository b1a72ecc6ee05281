package langmap.style;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A legend as SLD 1.0: one rule a class, on the property {@code class}; hatches are slashes over the fill. Written straight as XML, since the
 * GeoTools build in use holds the style model but no encoder of it.
 */
public final class SldWriter {
    private static final String SLD = "http://www.opengis.net/sld";
    private static final String OGC = "http://www.opengis.net/ogc";

    private final XMLStreamWriter xml;

    private SldWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The SLD document as XML text; {@code name} is a plain word, {@code title} is for people. */
    public static String write(String name, String title, Legend legend) {
        StringWriter text = new StringWriter();
        try {
            new SldWriter(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).document(name, title, legend);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(String name, String title, Legend legend) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(SLD);
        xml.writeStartElement(SLD, "StyledLayerDescriptor");
        xml.writeDefaultNamespace(SLD);
        xml.writeNamespace("ogc", OGC);
        xml.writeAttribute("version", "1.0.0");
        start("NamedLayer");
        leaf("Name", name);
        if (!legend.classes().isEmpty()) {
            style(name, title, legend);
        }
        xml.writeEndDocument();
    }

    /** A style must have rules, so that without classes there is none. */
    private void style(String name, String title, Legend legend) throws XMLStreamException {
        start("UserStyle");
        leaf("Name", name);
        leaf("Title", title);
        start("FeatureTypeStyle");
        for (LegendClass one : legend.classes()) {
            rule(one);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void rule(LegendClass one) throws XMLStreamException {
        start("Rule");
        leaf("Name", "class-" + one.index());
        leaf("Title", one.label());
        xml.writeStartElement("ogc", "Filter", OGC);
        xml.writeStartElement("ogc", "PropertyIsEqualTo", OGC);
        ogc("PropertyName", "class");
        ogc("Literal", Integer.toString(one.index()));
        xml.writeEndElement();
        xml.writeEndElement();
        start("PolygonSymbolizer");
        start("Fill");
        parameter("fill", one.fill());
        xml.writeEndElement();
        stroke(one.outline(), "0.7");
        xml.writeEndElement();
        if (one.hatch() != null) {
            hatch(one.hatchColour());
        }
        xml.writeEndElement();
    }

    private void hatch(String colour) throws XMLStreamException {
        start("PolygonSymbolizer");
        start("Fill");
        start("GraphicFill");
        start("Graphic");
        start("Mark");
        leaf("WellKnownName", "shape://slash");
        stroke(colour, "1");
        xml.writeEndElement();
        leaf("Size", "8");
        for (int open = 0; open < 4; open++) {
            xml.writeEndElement();
        }
    }

    private void stroke(String colour, String width) throws XMLStreamException {
        start("Stroke");
        parameter("stroke", colour);
        parameter("stroke-width", width);
        xml.writeEndElement();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeStartElement(SLD, element);
    }

    private void leaf(String element, String text) throws XMLStreamException {
        start(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void ogc(String element, String text) throws XMLStreamException {
        xml.writeStartElement("ogc", element, OGC);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void parameter(String name, String value) throws XMLStreamException {
        start("CssParameter");
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}

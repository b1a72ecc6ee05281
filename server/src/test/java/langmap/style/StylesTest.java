package langmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Styles for other programs say what the legend says. */
final class StylesTest {
    private static final String TITLE = "Số xã < 5 & \"Đề Thám\"";

    static Stream<Legend> legends() {
        Map<String, String> states = new LinkedHashMap<>();
        List.of("met", "not_met", "in_progress", "lapsed", "not_assessed").forEach(code -> states.put(code, "<" + code + "> & đ"));
        List<Legend> legends = new ArrayList<>(List.of(Legend.ofStatuses(states), Legend.ofFlag("en"), Legend.ofFlag("vi"),
            new Legend("pretty", List.of())));
        for (long seed = 0; seed < 60; seed++) {
            List<Legend.Item> items = Samples.items(Samples.values(seed), seed);
            List<Double> values = items.stream().map(Legend.Item::value).filter(java.util.Objects::nonNull).map(BigDecimal::doubleValue).toList();
            legends.add(Legend.ofNumbers(Classification.find("quantile", values, Samples.classes(seed)), items, new Legend.Writing(false, 1, "vi")));
        }
        return legends.stream();
    }

    private static Element parse(Legend legend) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            String sld = SldWriter.write("criteria-met", TITLE, legend);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(sld))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements below an element as {@code Name=text}, those with elements of their own as {@code Name}. */
    private static List<String> outline(Element element) {
        return children(element).map(child -> child.getLocalName() + (child.hasAttribute("name") ? " " + child.getAttribute("name") : "")
            + (children(child).findAny().isPresent() ? "" : "=" + child.getTextContent())).toList();
    }

    private static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item)
            .filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** The only element at a path of local names; the name of an element is in the namespace SLD 1.0 gives it. */
    private static Element at(Element from, String path) {
        Element found = from;
        for (String name : path.split("/")) {
            found = children(found).filter(child -> child.getLocalName().equals(name)).findFirst().orElseThrow();
            boolean filter = List.of("Filter", "PropertyIsEqualTo", "PropertyName", "Literal").contains(name);
            assertThat(found.getNamespaceURI()).isEqualTo(filter ? "http://www.opengis.net/ogc" : "http://www.opengis.net/sld");
        }
        return found;
    }

    /** No parser of SLD is on the class path, so the elements are checked against what SLD 1.0 allows, in its order. */
    @ParameterizedTest
    @MethodSource("legends")
    void sldHasTheClassesColoursAndHatchesOfTheLegend(Legend legend) {
        Element top = parse(legend);
        assertThat(top.getLocalName() + " " + top.getAttribute("version")).isEqualTo("StyledLayerDescriptor 1.0.0");
        Element layer = at(top, "NamedLayer");
        if (legend.classes().isEmpty()) {
            assertThat(outline(layer)).containsExactly("Name=criteria-met");
            return;
        }
        assertThat(outline(layer)).containsExactly("Name=criteria-met", "UserStyle");
        assertThat(outline(at(layer, "UserStyle"))).containsExactly("Name=criteria-met", "Title=" + TITLE, "FeatureTypeStyle");
        List<Element> rules = children(at(layer, "UserStyle/FeatureTypeStyle")).toList();
        assertThat(rules).hasSameSizeAs(legend.classes());
        for (LegendClass one : legend.classes()) {
            Element rule = rules.get(one.index());
            List<String> expected = new ArrayList<>(List.of("Name=class-" + one.index(), "Title=" + one.label(), "Filter", "PolygonSymbolizer"));
            if (one.hatch() != null) {
                expected.add("PolygonSymbolizer");
                assertHatch(children(rule).toList().get(4), one.hatchColour());
            }
            assertThat(outline(rule)).containsExactlyElementsOf(expected);
            assertThat(outline(at(rule, "Filter/PropertyIsEqualTo"))).containsExactly("PropertyName=class", "Literal=" + one.index());
            assertThat(outline(at(rule, "PolygonSymbolizer"))).containsExactly("Fill", "Stroke");
            assertThat(outline(at(rule, "PolygonSymbolizer/Fill"))).containsExactly("CssParameter fill=" + one.fill());
            assertThat(outline(at(rule, "PolygonSymbolizer/Stroke"))).contains("CssParameter stroke=" + one.outline());
        }
    }

    private static void assertHatch(Element symbolizer, String colour) {
        assertThat(outline(at(symbolizer, "Fill/GraphicFill/Graphic"))).containsExactly("Mark", "Size=8");
        assertThat(outline(at(symbolizer, "Fill/GraphicFill/Graphic/Mark"))).containsExactly("WellKnownName=shape://slash", "Stroke");
        assertThat(outline(at(symbolizer, "Fill/GraphicFill/Graphic/Mark/Stroke"))).contains("CssParameter stroke=" + colour);
    }

    @ParameterizedTest
    @MethodSource("legends")
    void mapLibreStyleIsValidAndPaintsTheClassesOfTheLegend(Legend legend) {
        JsonNode style = new ObjectMapper().valueToTree(MapLibreStyle.of(TITLE, legend, "https://example.org/a.geojson?x=1&y=2", true));
        assertThat(style.path("version").asInt()).isEqualTo(8);
        assertThat(style.path("name").asText()).isEqualTo(TITLE);
        assertThat(style.path("metadata").path("illustrative").asBoolean()).isTrue();
        assertThat(style.path("sources").path("units").path("type").asText()).isEqualTo("geojson");
        assertThat(style.path("layers")).extracting(layer -> layer.path("id").asText() + " " + layer.path("type").asText() + " "
            + layer.path("source").asText()).containsExactly("fill fill units", "outline line units");
        assertThat(keys(style.path("layers").path(0).path("paint"))).isSubsetOf("fill-color", "fill-opacity");
        assertThat(keys(style.path("layers").path(1).path("paint"))).isSubsetOf("line-color", "line-width");
        JsonNode fill = style.path("layers").path(0).path("paint").path("fill-color");
        JsonNode line = style.path("layers").path(1).path("paint").path("line-color");
        if (legend.classes().isEmpty()) {
            assertThat(fill.asText() + line.asText()).as("a match without branches is not valid").matches("#[0-9a-f]{6}#[0-9a-f]{6}");
            return;
        }
        for (LegendClass one : legend.classes()) {
            assertThat(match(fill, one.index())).isEqualTo(one.fill());
            assertThat(match(line, one.index())).isEqualTo(one.hatch() == null ? one.outline() : one.hatchColour());
        }
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new java.util.TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** What an expression {@code ["match", ["get", "class"], label, output, …, otherwise]} gives for a class. */
    private static String match(JsonNode expression, int index) {
        assertThat(expression.path(0).asText()).isEqualTo("match");
        assertThat(expression.path(1)).hasToString("[\"get\",\"class\"]");
        assertThat(expression.size() % 2).as("label, output pairs and one fallback").isEqualTo(1);
        for (int i = 2; i + 1 < expression.size(); i += 2) {
            if (expression.path(i).asInt() == index) {
                return expression.path(i + 1).asText();
            }
        }
        return expression.path(expression.size() - 1).asText();
    }
}

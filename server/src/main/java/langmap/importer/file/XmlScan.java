package langmap.importer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** Reads an XML file once to its end, with nothing expanded and nothing fetched, before a reader of maps may see it. */
final class XmlScan {
    private static final int DEEPEST = 200;
    private static final int MOST_NAMES = 1000;

    private XmlScan() {
    }

    static Recognition recognise(Path file, Issue.Where where, Issues issues) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, type, information, location) -> { });
        String root = null;
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                Issue.Where line = where.place("line " + reader.getLocation().getLineNumber());
                if (event == XMLStreamConstants.DTD) {
                    issues.report("xml-doctype", line);
                    return new Recognition(null, "XML");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (root == null) {
                        root = reader.getLocalName();
                        if (!root.equals("kml") && !root.equals("gpx")) {
                            return other(root, where, issues);
                        }
                    } else {
                        note(reader, names, line, issues);
                    }
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (depth > DEEPEST) {
                    issues.report("nested-too-deep", line, DEEPEST);
                    return new Recognition(null, "XML");
                }
            }
        } catch (XMLStreamException e) {
            report(e, where, issues);
        }
        return new Recognition("kml".equals(root) ? MapFormat.KML : "gpx".equals(root) ? MapFormat.GPX : null, "XML", new Source.Said(false, fields(names)));
    }

    /** Takes down what GDAL passes over or mangles. */
    private static void note(XMLStreamReader reader, Set<String> names, Issue.Where line, Issues issues) {
        if (reader.getLocalName().equals("NetworkLink")) {
            issues.report("kml-network-link", line);
        } else if (reader.getLocalName().equals("Data") && reader.getAttributeValue(null, "name") != null && names.size() < MOST_NAMES) {
            names.add(reader.getAttributeValue(null, "name"));
        }
    }

    /** Names of data by what GDAL makes of them: of each byte that is no letter or digit of ASCII an underscore. Those that become one are left so. */
    private static Map<String, String> fields(Set<String> names) {
        Map<String, String> fields = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (String name : names) {
            String made = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9_]", "_");
            if (fields.put(made, name) != null) {
                twice.add(made);
            }
        }
        fields.keySet().removeAll(twice);
        return fields;
    }

    private static Recognition other(String root, Issue.Where where, Issues issues) {
        if (root.startsWith("OGRVRT") || root.equals("VRTDataset")) {
            issues.report("file-refers-elsewhere", where, "GDAL VRT");
        }
        return new Recognition(null, root.equals("osm") ? "OpenStreetMap XML" : root.startsWith("OGRVRT") ? "GDAL VRT" : "XML (" + clip(root) + ")");
    }

    private static void report(XMLStreamException e, Issue.Where where, Issues issues) {
        Issue.Where line = where.place("line " + (e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber())));
        String message = String.valueOf(e.getMessage());
        if (message.contains("Invalid byte") || message.contains("MalformedByteSequence") || e.getNestedException() instanceof IOException) {
            issues.report("text-undecodable", line, "UTF-8");
        } else if (message.contains("must start and end within the same entity")) {
            issues.report("file-truncated", line);
        } else {
            issues.report("xml-broken", line);
        }
    }

    private static String clip(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

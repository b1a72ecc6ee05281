package langmap.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.http.Answer;
import langmap.http.Request;

/** Links as every OGC document carries them, with the address the caller sees. */
final class Links {
    private static final Map<String, String> TYPES = Map.of("json", Answer.JSON, "html", "text/html", "geojson", Answer.GEOJSON);

    private final Request.Address address;
    private final List<Map<String, Object>> links = new ArrayList<>();

    Links(Request.Address address) {
        this.address = address;
    }

    /** The address of a path below the service. */
    String at(String path) {
        return address.base() + "/ogc" + path;
    }

    Links add(String rel, String type, String title, String href) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", href);
        link.put("rel", rel);
        link.put("type", type);
        link.put("title", title);
        links.add(link);
        return this;
    }

    /** A text as a part of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The document itself and its other form; {@code data} is json or geojson. */
    Links forms(boolean html, String data) {
        add(html ? "alternate" : "self", TYPES.get(data), "JSON", here(Map.of("f", "json")));
        return add(html ? "self" : "alternate", TYPES.get("html"), "HTML", here(Map.of("f", "html")));
    }

    /** This address with some parameters set. */
    String here(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : address.query().split("&")) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                query.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        changes.forEach((name, value) -> query.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + value));
        return address.base() + address.path() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    List<Map<String, Object>> list() {
        return List.copyOf(links);
    }
}

package langmap.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The API description, OpenAPI 3.0, built from the route table. Refers to nothing outside itself. */
public final class OpenApi {
    /** Media type of the description. */
    public static final String TYPE = "application/vnd.oai.openapi+json;version=3.0";
    private static final String PROBLEM = "#/components/schemas/Problem";

    private OpenApi() {
    }

    /**
     * Describes the routes below a prefix.
     *
     * @param title  what the API is
     * @param server address the paths are below, the prefix included
     * @param prefix beginning of the routes described, such as /ogc; taken off the paths
     */
    public static Map<String, Object> describe(String title, String version, String server, String prefix, List<Route> routes) {
        Map<String, Object> paths = new TreeMap<>();
        for (Route route : routes) {
            if (route.path().equals(prefix) || route.path().startsWith(prefix + "/")) {
                String path = route.path().substring(prefix.length());
                paths.put(path.isEmpty() ? "/" : path, Map.of("get", operation(route)));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", info(title, version));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", Map.of("Problem", problem())));
        return document;
    }

    private static Map<String, Object> info(String title, String version) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", title);
        info.put("version", version);
        info.put("description", "Read-only and open to everybody. Figures that rest on illustrative data say so. Errors are RFC 9457 problems.");
        return info;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.id());
        operation.put("summary", route.summary());
        List<Map<String, Object>> parameters = new ArrayList<>();
        route.params().forEach(param -> parameters.add(parameter(param)));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        route.produces().forEach(type -> content.put(type, Map.of("schema", schema(type))));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", route.summary(), "content", content));
        responses.put("default", Map.of("description", "A problem, with the remedy.",
            "content", Map.of(ProblemAnswers.TYPE, Map.of("schema", Map.of("$ref", PROBLEM)))));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> schema(String type) {
        return Map.of("type", type.contains("json") ? "object" : "string");
    }

    private static Map<String, Object> parameter(Param<?> param) {
        boolean path = param.in() == Param.In.PATH;
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", param.name());
        parameter.put("in", path ? "path" : "query");
        parameter.put("description", param.description());
        parameter.put("required", param.isRequired());
        parameter.put("style", path ? "simple" : "form");
        parameter.put("explode", false);
        parameter.put("schema", param.schema());
        return parameter;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "detail", "instance", "traceId")) {
            properties.put(name, text);
        }
        properties.put("status", Map.of("type", "integer"));
        properties.put("errors", Map.of("type", "array", "items", Map.of("type", "object",
            "properties", Map.of("parameter", text, "detail", text, "remedy", text))));
        return Map.of("type", "object", "properties", properties);
    }
}

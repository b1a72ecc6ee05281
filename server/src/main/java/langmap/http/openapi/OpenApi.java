package langmap.http.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import langmap.http.Answer;
import langmap.http.Body;
import langmap.http.Param;
import langmap.http.Role;
import langmap.http.Route;

/** The API description, OpenAPI 3.0, built from the route table. Refers to nothing outside itself. */
public final class OpenApi {
    /** Media type of the description. */
    public static final String TYPE = "application/vnd.oai.openapi+json;version=3.0";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String TOKEN = "token";

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
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            if (route.path().equals(prefix) || route.path().startsWith(prefix + "/")) {
                String path = route.path().substring(prefix.length());
                paths.computeIfAbsent(path.isEmpty() ? "/" : path, key -> new TreeMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", info(title, version));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", Map.of("Problem", problem()),
            "securitySchemes", Map.of(TOKEN, Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private static Map<String, Object> info(String title, String version) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", title);
        info.put("version", version);
        info.put("description", "Reading is open to everybody, changing needs the administrator's token. "
            + "Figures that rest on illustrative data say so. Errors are RFC 9457 problems.");
        return info;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.id());
        operation.put("summary", route.summary());
        List<Map<String, Object>> parameters = new ArrayList<>();
        route.params().stream().filter(param -> param.in() != Param.In.BODY).forEach(param -> parameters.add(parameter(param)));
        if (route.edits()) {
            parameters.add(Map.of("name", "If-Match", "in", "header", "required", true, "schema", Map.of("type", "string", "pattern", "^\"[0-9]+\"$"),
                "description", "The version that is edited, in quotes; another one answers 412."));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (!route.body().equals(Body.NONE)) {
            operation.put("requestBody", Map.of("required", true, "content", Map.of(route.body().type(), Map.of("schema", body(route)))));
        }
        if (route.role() != Role.PUBLIC) {
            operation.put("security", List.of(Map.of(TOKEN, List.of())));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        route.produces().forEach(type -> content.put(type, Map.of("schema", schema(type))));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", route.summary(), "content", content));
        responses.put("default", Map.of("description", "A problem, with the remedy.",
            "content", Map.of(Answer.PROBLEM, Map.of("schema", Map.of("$ref", PROBLEM)))));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> body(Route route) {
        if (!route.body().equals(Body.JSON)) {
            return Map.of("type", "string", "format", "binary");
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        route.params().stream().filter(param -> param.in() == Param.In.BODY).forEach(param -> {
            Map<String, Object> property = new LinkedHashMap<>(param.schema());
            property.put("description", param.description());
            property.put("nullable", !param.isRequired());
            properties.put(param.name(), property);
            if (param.isRequired()) {
                required.add(param.name());
            }
        });
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", false, "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
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

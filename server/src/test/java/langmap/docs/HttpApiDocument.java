package langmap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import langmap.http.Body;
import langmap.http.Param;
import langmap.http.Role;
import langmap.http.Route;
import langmap.problem.Problem;

/** The page that lists every route, made from the route table. */
public final class HttpApiDocument {
    private static final String HEAD = """
        # HTTP API, for whoever reads LangMap's data with a program

        Generated from the route table by `scripts/documents`; do not edit. The same table answers requests and is served as OpenAPI 3.0
        at `/api/openapi.json`.

        What holds for every route:

        - Everything open to everybody is read with GET, HEAD or OPTIONS, from any origin, without signing in.
        - What is for the administrator asks for `Authorization: Bearer` and the token of `LANGMAP_ADMIN_TOKEN`: 401 without one, 403 with
          another one. Its answers are kept nowhere, and pages from elsewhere cannot ask for them. A method an address does not take answers 405.
        - A body is a JSON object of the parameters marked *body* (a null clears), or a file as it is. Another type answers 415, too much 413.
        - An edit names the version it edits in `If-Match`, such as `"3"`: 428 without it, 412 if somebody was faster.
        - A parameter that is unknown, repeated, missing or out of bounds is refused by name; all faults are reported together.
        - A route that takes `asOf` answers without it for the last day with closed data, and says which that is.
        - Every kept answer has a weak `ETag` and answers 304 to `If-None-Match`; it is compressed with gzip where the caller takes that.
        - Answers with figures or boundaries say in `illustrative` whether they rest on illustrative data.
        - `/` and `/app/…` are the page, `/webjars/…` the libraries it uses; they are files and not in the tables below.

        Failures are `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, `instance`, `traceId` and, for wrong
        parameters, `errors` with `parameter`, `detail` and `remedy`.

        """;

    private HttpApiDocument() {
    }

    /** The page in Markdown. */
    public static String of(List<Route> routes) {
        StringBuilder page = new StringBuilder(HEAD).append("| status | type | title |\n|---|---|---|\n");
        for (Problem.Kind kind : Problem.Kind.values()) {
            page.append("| ").append(kind.status).append(" | `urn:langmap:problem:").append(kind.code).append("` | ").append(kind.title).append(" |\n");
        }
        Map<List<String>, String> shown = new LinkedHashMap<>();
        for (String group : groups(routes)) {
            page.append("\n## ").append(group).append('\n');
            routes.stream().filter(route -> group(route).equals(group)).forEach(route -> append(route, shown, page));
        }
        return page.toString();
    }

    private static Set<String> groups(List<Route> routes) {
        return routes.stream().map(HttpApiDocument::group).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String group(Route route) {
        return route.path().startsWith("/ogc") ? "OGC API Features" : route.path().startsWith("/api") ? "Units, measures and plans" : "Running it";
    }

    private static void append(Route route, Map<List<String>, String> shown, StringBuilder page) {
        String heading = route.method() + " " + route.path();
        page.append("\n### ").append(heading).append("\n\n").append(route.summary()).append(" Operation `").append(route.id()).append("`; answers ")
            .append(route.produces().stream().map(type -> "`" + type + "`").collect(Collectors.joining(" or "))).append("; ")
            .append(route.role() == Role.PUBLIC ? "" : "for the administrator; ").append(route.edits() ? "needs `If-Match`; " : "")
            .append(route.body().equals(Body.NONE) ? "" : "takes `" + route.body().type() + "`; ").append(route.registers().isEmpty() ? "reads no register" : "reads the registers " + String.join(", ", route.registers())).append(".\n");
        List<String> rows = route.params().stream().map(HttpApiDocument::row).toList();
        if (!rows.isEmpty() && shown.containsKey(rows)) {
            page.append("\nParameters as of `").append(shown.get(rows)).append("`.\n");
        } else if (!rows.isEmpty()) {
            shown.put(rows, heading);
            page.append("\n| parameter | in | takes | |\n|---|---|---|---|\n");
            rows.forEach(page::append);
        }
    }

    private static String row(Param<?> param) {
        String in = param.in().name().toLowerCase(Locale.ROOT);
        String where = param.in() != Param.In.PATH && param.isRequired() ? in + ", required" : in;
        return "| `" + param.name() + "` | " + where + " | " + Markdown.cell(takes(param.schema())) + " | " + Markdown.cell(param.description()) + " |\n";
    }

    private static String takes(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> choices) {
            return choices.stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(" "));
        }
        List<String> words = new ArrayList<>();
        words.add(switch (String.valueOf(schema.get("type"))) {
            case "integer" -> "whole number";
            case "array" -> "numbers with commas between them";
            case "number" -> "number";
            case "object" -> "object";
            case "boolean" -> "`true` `false`";
            default -> "date".equals(schema.get("format")) ? "day, such as 2022-12-31" : "text";
        });
        addSpan(words, schema, "minimum", "maximum", "");
        addSpan(words, schema, "minLength", "maxLength", " characters");
        addSpan(words, schema, "minItems", "maxItems", " of them");
        if (schema.containsKey("pattern")) {
            words.add("matching `" + schema.get("pattern") + "`");
        }
        if (schema.containsKey("default")) {
            words.add("default " + schema.get("default"));
        }
        return String.join(", ", words);
    }

    private static void addSpan(List<String> words, Map<String, Object> schema, String low, String high, String what) {
        if (schema.containsKey(low) && schema.containsKey(high)) {
            words.add(schema.get(low) + " to " + schema.get(high) + what);
        }
    }
}

package langmap.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.db.Actor;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** A request after its parameters were parsed: only known names, only good values. */
public final class Request {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Object NOTHING = new Object();
    private static final int MOST_NAMED = 10;

    private final Map<Param<?>, Object> values;
    private final Given given;

    /**
     * Where the caller reached us.
     *
     * @param base  scheme, host and prefix as the caller sees them, without a slash at the end
     * @param path  path below the base
     * @param query raw query string, possibly empty
     * @param accept media types the caller would like, possibly empty
     */
    public record Address(String base, String path, String query, String accept) {
    }

    /**
     * What is given with a request.
     *
     * @param path    parts of the path by name
     * @param query   parameters by name
     * @param content of the body
     * @param address where the caller reached us
     * @param actor   who asks
     * @param version that is edited, null if none is named
     */
    record Given(Map<String, String> path, Map<String, List<String>> query, Body.Content content, Address address, Actor actor, Long version) {
        ObjectNode members() {
            return content.members();
        }
    }

    private Request(Map<Param<?>, Object> values, Given given) {
        this.values = values;
        this.given = given;
    }

    /**
     * Parses all parameters of a route and reports every fault together.
     *
     * @throws Problem naming each parameter that is unknown, repeated, missing or not a value
     */
    static Request parse(List<Param<?>> params, Given sent) {
        List<Fault> faults = new ArrayList<>();
        Map<Param<?>, Object> values = new IdentityHashMap<>();
        if (sent.version() != null) {
            refuseNothing(params, sent.members());
        }
        for (Param<?> param : params) {
            if (param.in() == Param.In.BODY) {
                parseMember(param, sent.members().get(param.name()), values, faults);
                continue;
            }
            List<String> given = param.in() == Param.In.PATH
                ? List.of(sent.path().get(param.name())) : sent.query().getOrDefault(param.name(), List.of());
            if (given.size() > 1) {
                faults.add(new Fault(param.name(), "The parameter '" + param.name() + "' is given more than once.",
                    "Give it once."));
            } else if (given.isEmpty() && param.isRequired()) {
                faults.add(new Fault(param.name(), "The parameter '" + param.name() + "' is missing.",
                    param.description()));
            } else if (!given.isEmpty()) {
                parse(param, given.get(0), values, faults);
            }
        }
        refuseUnknown(params, sent.query(), faults);
        refuseUnknownMembers(params, sent.members(), faults);
        if (BROKEN_ESCAPE.matcher(sent.address().query()).find()) {
            faults.add(new Fault("query", "A % is not followed by two hexadecimal digits.", "Write a percent sign as %25."));
        }
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
        return new Request(values, sent);
    }

    private static void parse(Param<?> param, String text, Map<Param<?>, Object> values, List<Fault> faults) {
        try {
            values.put(param, param.parse(text));
        } catch (Param.Refused refused) {
            faults.add(new Fault(param.name(), param.name() + ": " + refused.getMessage(), refused.remedy));
        }
    }

    private static void parseMember(Param<?> param, JsonNode node, Map<Param<?>, Object> values, List<Fault> faults) {
        if (param.isRequired() && (node == null || node.isNull())) {
            faults.add(new Fault(param.name(), "The member '" + param.name() + "' is missing.", param.description()));
        } else if (node != null) {
            try {
                values.put(param, node.isNull() ? NOTHING : param.parse(node));
            } catch (Param.Refused refused) {
                faults.add(new Fault(param.name(), param.name() + ": " + refused.getMessage(), refused.remedy));
            }
        }
    }

    /** An edit of which every member may be left out, and that leaves out all, would change the version and nothing else. */
    private static void refuseNothing(List<Param<?>> params, ObjectNode members) {
        List<Param<?>> inBody = params.stream().filter(param -> param.in() == Param.In.BODY).toList();
        if (!inBody.isEmpty() && inBody.stream().noneMatch(param -> param.isRequired() || members.has(param.name()))) {
            throw Problem.ofNothing(inBody.stream().map(Param::name).toList());
        }
    }

    private static void refuseUnknownMembers(List<Param<?>> params, ObjectNode members, List<Fault> faults) {
        Set<String> unknown = new HashSet<>();
        members.fieldNames().forEachRemaining(unknown::add);
        List<String> known = params.stream().filter(param -> param.in() == Param.In.BODY).map(Param::name).toList();
        known.forEach(unknown::remove);
        unknown.stream().sorted().limit(MOST_NAMED).forEach(name -> faults.add(new Fault("body", "There is no member " + Params.shown(name) + ".",
            "Known are " + String.join(", ", known) + ".")));
    }

    private static void refuseUnknown(List<Param<?>> params, Map<String, List<String>> query, List<Fault> faults) {
        List<String> known = params.stream().filter(param -> param.in() == Param.In.QUERY).map(Param::name).toList();
        for (String name : query.keySet()) {
            boolean nothing = name.isEmpty() && query.get(name).stream().allMatch(String::isEmpty);   // an & too many, as some programs write
            if (!known.contains(name) && !nothing) {
                String list = known.isEmpty() ? "There are none here."
                    : known.stream().collect(Collectors.joining(", ", "Known are ", "."));
                String shown = Params.shown(name);
                faults.add(new Fault(shown.substring(1, shown.length() - 1), "There is no parameter " + shown + ".", list));
            }
        }
    }

    /** The value of a parameter that must be there or was checked to be. */
    public <T> T get(Param<T> param) {
        return find(param).orElseThrow(() -> new IllegalStateException("parameter " + param.name() + " is not declared"));
    }

    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Param<T> param) {
        Object value = values.get(param);
        return value == NOTHING ? Optional.empty() : Optional.ofNullable((T) value);
    }

    /** True if the parameter is given, be it as a null that clears what was there. */
    public boolean has(Param<?> param) {
        return values.containsKey(param);
    }

    /** Who asks. */
    public Actor actor() {
        return given.actor();
    }

    /** The version that is edited; only where the route says that it edits. */
    public long version() {
        return given.version();
    }

    /** The file that was sent; it is gone when the request is answered. Only where the route takes one. */
    public Path file() {
        return given.content().file();
    }

    public Address address() {
        return given.address();
    }
}

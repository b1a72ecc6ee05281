package langmap.http;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** A request after its parameters were parsed: only known names, only good values. */
public final class Request {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Map<Param<?>, Object> values;
    private final String canonical;
    private final Address address;

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

    private Request(Map<Param<?>, Object> values, String canonical, Address address) {
        this.values = values;
        this.canonical = canonical;
        this.address = address;
    }

    /**
     * Parses all parameters of a route and reports every fault together.
     *
     * @throws Problem naming each parameter that is unknown, repeated, missing or not a value
     */
    static Request parse(List<Param<?>> params, Map<String, String> path, Map<String, List<String>> query,
                         Address address) {
        List<Fault> faults = new ArrayList<>();
        Map<Param<?>, Object> values = new IdentityHashMap<>();
        Map<String, String> canonical = new TreeMap<>();
        for (Param<?> param : params) {
            List<String> given = param.in() == Param.In.PATH
                ? List.of(path.get(param.name())) : query.getOrDefault(param.name(), List.of());
            if (given.size() > 1) {
                faults.add(new Fault(param.name(), "The parameter '" + param.name() + "' is given more than once.",
                    "Give it once."));
            } else if (given.isEmpty() && param.isRequired()) {
                faults.add(new Fault(param.name(), "The parameter '" + param.name() + "' is missing.",
                    param.description()));
            } else if (!given.isEmpty()) {
                parse(param, given.get(0), values, faults);
                canonical.put(param.name(), given.get(0));
            }
        }
        refuseUnknown(params, query, faults);
        if (BROKEN_ESCAPE.matcher(address.query()).find()) {
            faults.add(new Fault("query", "A % is not followed by two hexadecimal digits.", "Write a percent sign as %25."));
        }
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
        return new Request(values, canonical.toString(), address);
    }

    private static void parse(Param<?> param, String text, Map<Param<?>, Object> values, List<Fault> faults) {
        try {
            values.put(param, param.parse(text));
        } catch (Param.Refused refused) {
            faults.add(new Fault(param.name(), param.name() + ": " + refused.getMessage(), refused.remedy));
        }
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
        return Optional.ofNullable((T) values.get(param));
    }

    public Address address() {
        return address;
    }

    /** All that makes the answer differ, in one text: names and values in order. */
    String canonical() {
        return canonical;
    }
}

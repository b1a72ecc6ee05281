package langmap.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The only exception meant for a reader. Everything else that is thrown is our bug and says nothing but a trace id. */
public final class Problem extends RuntimeException {
    /** What went wrong, with the HTTP status it becomes. */
    public enum Kind {
        INVALID_PARAMETER(400, "invalid-parameter", "The request cannot be understood"),
        UNAUTHENTICATED(401, "unauthenticated", "It is not known who asks"),
        FORBIDDEN(403, "forbidden", "This is not allowed to everybody"),
        NOT_FOUND(404, "not-found", "There is no such thing"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method"),
        NOT_ACCEPTABLE(406, "not-acceptable", "This address has no such representation"),
        CONFLICT(409, "conflict", "This does not go together with what is stored"),
        CHANGED(412, "changed", "Somebody changed this in the meantime"),
        TOO_LARGE(413, "too-large", "The request is too large"),
        UNSUPPORTED_TYPE(415, "unsupported-type", "This address does not take that type of body"),
        NOTHING_TO_CHANGE(422, "nothing-to-change", "It is not said what is to change"),
        VERSION_MISSING(428, "version-missing", "It is not said which version is edited"),
        TIMEOUT(503, "timeout", "The answer took too long"),
        UNAVAILABLE(503, "unavailable", "The service is not ready"),
        INTERNAL(500, "internal", "Something went wrong on our side");

        public final int status;
        public final String code;
        public final String title;

        Kind(int status, String code, String title) {
            this.status = status;
            this.code = code;
            this.title = title;
        }
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    private Problem(Kind kind, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    /** All faults of one request at once, so that nobody has to mend them one by one. */
    public static Problem ofFaults(List<Fault> faults) {
        String detail = faults.stream().map(fault -> fault.detail() + " " + fault.remedy())
            .collect(Collectors.joining(" "));
        return new Problem(Kind.INVALID_PARAMETER, detail, faults);
    }

    public static Problem ofFault(String field, String detail, String remedy) {
        return ofFaults(List.of(new Fault(field, detail, remedy)));
    }

    /** A change that names nothing there is to change. */
    public static Problem ofNothing(List<String> known) {
        Fault fault = new Fault("body", "Nothing is named that can be changed.", "Name one of " + String.join(", ", known) + ".");
        return new Problem(Kind.NOTHING_TO_CHANGE, fault.detail() + " " + fault.remedy(), List.of(fault));
    }

    public static Problem notFound(String what) {
        return of(Kind.NOT_FOUND, what);
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}

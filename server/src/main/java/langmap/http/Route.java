package langmap.http;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import langmap.db.Tx;

/**
 * One line of the route table: the address, who may call it, what it takes and what it does. Requests, the API description
 * and the tests of roles and hostile input are all made from it.
 *
 * @param method    how it is called
 * @param path      address; path parameters in braces
 * @param id        name of the operation in the API description, unique
 * @param summary   one sentence
 * @param role      who may call it
 * @param params    every parameter; any other is refused
 * @param body      what it takes besides them
 * @param edits     true if the caller must name the version edited, in If-Match
 * @param produces  media types it can answer with, the usual one first
 * @param registers registers its answer is computed from; empty if it does not read the database
 * @param negotiates true if the answer depends on the caller's address or Accept header
 * @param door      which transaction it works in
 * @param work      what it does; the transaction is null where there is none
 */
public record Route(Method method, String path, String id, String summary, Role role, List<Param<?>> params, Body body, boolean edits,
                    List<String> produces, List<String> registers, boolean negotiates, Door door, BiFunction<Request, Tx, Answer> work) {
    /** How a route is called; what is read with GET is read with HEAD too. */
    public enum Method { GET, POST, PUT, PATCH, DELETE }

    /** Which transaction a route works in. */
    public enum Door { NONE, READ, WRITE }

    public Route {
        params = List.copyOf(params);
        produces = List.copyOf(produces);
        registers = List.copyOf(registers);
    }

    /** A route that reads registers: its answer is computed in one read transaction and kept under their versions. */
    public static Route read(String path, String id, String summary, List<String> registers,
                             BiFunction<Request, Tx, Answer> work) {
        return new Route(Method.GET, path, id, summary, Role.PUBLIC, List.of(), Body.NONE, false, List.of(Answer.JSON), registers, false,
            Door.READ, work);
    }

    /** A route that needs no register and is computed anew for every request. */
    public static Route plain(String path, String id, String summary, Function<Request, Answer> work) {
        return new Route(Method.GET, path, id, summary, Role.PUBLIC, List.of(), Body.NONE, false, List.of(Answer.JSON), List.of(), false,
            Door.NONE, (request, tx) -> work.apply(request));
    }

    /** A change by the administrator, in one write transaction: all or nothing. */
    public static Route change(Method method, String path, String id, String summary, BiFunction<Request, Tx, Answer> work) {
        return new Route(method, path, id, summary, Role.ADMIN, List.of(), Body.NONE, false, List.of(Answer.JSON), List.of(), false,
            Door.WRITE, work);
    }

    /** A change by the administrator that sees to its transactions itself. */
    public static Route command(Method method, String path, String id, String summary, Function<Request, Answer> work) {
        return new Route(method, path, id, summary, Role.ADMIN, List.of(), Body.NONE, false, List.of(Answer.JSON), List.of(), false,
            Door.NONE, (request, tx) -> work.apply(request));
    }

    /** Its parameters; with those that stand in the body, the body is a JSON object. */
    public Route taking(Param<?>... more) {
        Body needed = List.of(more).stream().anyMatch(param -> param.in() == Param.In.BODY) ? Body.JSON : body;
        return new Route(method, path, id, summary, role, List.of(more), needed, edits, produces, registers, negotiates, door, work);
    }

    /** Says that its body is a file. */
    public Route takingFile(long limit) {
        return new Route(method, path, id, summary, role, params, Body.file(limit), edits, produces, registers, negotiates, door, work);
    }

    /** Says that it edits one version of a thing: without If-Match the request is refused. */
    public Route editing() {
        return new Route(method, path, id, summary, role, params, body, true, produces, registers, negotiates, door, work);
    }

    public Route producing(String... types) {
        return new Route(method, path, id, summary, role, params, body, edits, List.of(types), registers, negotiates, door, work);
    }

    /** Says that the answer holds links or chooses its form by the Accept header. */
    public Route negotiated() {
        return new Route(method, path, id, summary, role, params, body, edits, produces, registers, true, door, work);
    }

    /** Says who may call it. */
    public Route by(Role other) {
        return new Route(method, path, id, summary, other, params, body, edits, produces, registers, negotiates, door, work);
    }

    /** True if its answers are the same for everybody and may be kept. */
    boolean isKept() {
        return role == Role.PUBLIC && door == Door.READ;
    }

    /** True if this path is one of its addresses. */
    boolean isAt(String address) {
        return address.matches(path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    }
}

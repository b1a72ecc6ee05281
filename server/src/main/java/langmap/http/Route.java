package langmap.http;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import langmap.db.Tx;

/**
 * One line of the route table: the address, who may call it, what it takes and what it does. Requests, the API description
 * and the tests of roles and hostile input are all made from it.
 *
 * @param path      address; path parameters in braces
 * @param id        name of the operation in the API description, unique
 * @param summary   one sentence
 * @param role      who may call it
 * @param params    every parameter; any other is refused
 * @param produces  media types it can answer with, the usual one first
 * @param registers registers its answer is computed from; empty if it does not read the database
 * @param negotiates true if the answer depends on the caller's address or Accept header
 * @param work      what it does; the transaction is null for routes without registers
 */
public record Route(String path, String id, String summary, Role role, List<Param<?>> params, List<String> produces,
                    List<String> registers, boolean negotiates, BiFunction<Request, Tx, Answer> work) {
    public Route {
        params = List.copyOf(params);
        produces = List.copyOf(produces);
        registers = List.copyOf(registers);
    }

    /** A route that reads registers: its answer is computed in one read transaction and kept under their versions. */
    public static Route read(String path, String id, String summary, List<String> registers,
                             BiFunction<Request, Tx, Answer> work) {
        return new Route(path, id, summary, Role.PUBLIC, List.of(), List.of(Answer.JSON), registers, false, work);
    }

    /** A route that needs no register and is computed anew for every request. */
    public static Route plain(String path, String id, String summary, Function<Request, Answer> work) {
        return new Route(path, id, summary, Role.PUBLIC, List.of(), List.of(Answer.JSON), List.of(), false,
            (request, tx) -> work.apply(request));
    }

    public Route taking(Param<?>... more) {
        return new Route(path, id, summary, role, List.of(more), produces, registers, negotiates, work);
    }

    public Route producing(String... types) {
        return new Route(path, id, summary, role, params, List.of(types), registers, negotiates, work);
    }

    /** Says that the answer holds links or chooses its form by the Accept header. */
    public Route negotiated() {
        return new Route(path, id, summary, role, params, produces, registers, true, work);
    }

    boolean readsRegisters() {
        return !registers.isEmpty();
    }
}

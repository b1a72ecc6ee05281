package langmap.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Map;
import langmap.db.Database;

/**
 * Answers kept in memory under the versions of the registers they were computed from, so there is nothing to invalidate:
 * after a change the versions differ and the old answer is simply never found again.
 */
final class AnswerCache {
    /** All that an answer depends on. */
    private record Key(String route, String parameters, String address, Map<String, Long> versions, LocalDate day) {
    }

    private final Cache<Key, Packed> kept;
    private final Database database;

    AnswerCache(Database database, long maxBytes) {
        this.database = database;
        this.kept = Caffeine.newBuilder().maximumWeight(maxBytes)
            .weigher((Key key, Packed packed) -> packed.weight()).build();
    }

    /** The answer as it stands under the newest versions; computed in one transaction if it is not kept. */
    Packed answer(Route route, Request request) {
        Packed found = kept.getIfPresent(key(route, request, database.versions(route.registers())));
        return found != null ? found : compute(route, request);
    }

    private Packed compute(Route route, Request request) {
        return database.read(tx -> {
            Map<String, Long> versions = tx.versions(route.registers());
            Packed packed = Packed.of(route.work().apply(request, tx));
            kept.put(key(route, request, versions), packed);
            return packed;
        });
    }

    private static Key key(Route route, Request request, Map<String, Long> versions) {
        Request.Address address = request.address();
        String caller = route.negotiates() ? address.base() + " " + address.path() + "?" + address.query() + " "
            + address.accept() : "";
        return new Key(route.path(), request.canonical(), caller, versions, Params.today());
    }
}

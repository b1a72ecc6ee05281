package langmap.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import langmap.db.Database;

/**
 * Answers kept in memory under the versions of the registers they were computed from, so there is nothing to invalidate:
 * after a change the versions differ and the old answer is simply never found again.
 */
final class AnswerCache {
    /** All that an answer depends on; the address as it was sent, so that what is kept need not be parsed again. */
    private record Key(String address, Map<String, Long> versions, LocalDate day) {
    }

    private final Cache<Key, Packed> kept;
    private final Database database;

    AnswerCache(Database database, long maxBytes) {
        this.database = database;
        this.kept = Caffeine.newBuilder().maximumWeight(maxBytes)
            .weigher((Key key, Packed packed) -> packed.weight()).build();
    }

    /** The answer as it stands under the newest versions; parsed and computed in one transaction if it is not kept. */
    Packed answer(Route route, Request.Address address, Supplier<Request> request) {
        Packed found = kept.getIfPresent(key(route, address, database.versions(route.registers())));
        return found != null ? found : compute(route, address, request.get());
    }

    private Packed compute(Route route, Request.Address address, Request request) {
        return database.read(tx -> {
            Map<String, Long> versions = tx.versions(route.registers());
            Packed packed = Packed.of(route.work().apply(request, tx));
            kept.put(key(route, address, versions), packed);
            return packed;
        });
    }

    private static Key key(Route route, Request.Address address, Map<String, Long> versions) {
        String asked = address.path() + "?" + address.query();
        return new Key(route.negotiates() ? asked + " " + address.base() + " " + address.accept() : asked, versions, Params.today());
    }
}

package langmap.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import langmap.db.Database;

/**
 * Answers kept in memory under the versions of the registers as they were before they were computed, so there is nothing to invalidate: after a change
 * the versions differ and the old answer is simply never found again. What several ask for at once is computed once.
 */
final class AnswerCache {
    /** All that an answer depends on; the address as it was sent, so that what is kept need not be parsed again. */
    private record Key(String address, Map<String, Long> versions, LocalDate day) {
    }

    private final Cache<Key, Packed> kept;
    private final Map<Key, CompletableFuture<Packed>> underWay = new ConcurrentHashMap<>();
    private final boolean keeps;
    private final Database database;

    /** Without bytes to keep answers in, each is computed for itself. */
    AnswerCache(Database database, long maxBytes) {
        this.database = database;
        this.keeps = maxBytes > 0;
        this.kept = Caffeine.newBuilder().maximumWeight(maxBytes)
            .weigher((Key key, Packed packed) -> packed.weight()).build();
    }

    /** The answer as it stands under the newest versions; parsed and computed in one transaction if it is not kept. */
    Packed answer(Route route, Request.Address address, Supplier<Request> request) {
        Supplier<Packed> work = () -> compute(route, request.get());
        if (!keeps) {
            return work.get();
        }
        Key key = key(route, address, database.versions(route.registers()));
        Packed found = kept.getIfPresent(key);
        return found != null ? found : together(key, work);
    }

    private Packed compute(Route route, Request request) {
        return Packed.of(database.read(tx -> route.work().apply(request, tx)));
    }

    private Packed together(Key key, Supplier<Packed> work) {
        CompletableFuture<Packed> mine = new CompletableFuture<>();
        CompletableFuture<Packed> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return join(others);
        }
        try {
            mine.complete(work.get());
            kept.put(key, mine.join());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(key);
        }
        return join(mine);
    }

    private static Packed join(CompletableFuture<Packed> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static Key key(Route route, Request.Address address, Map<String, Long> versions) {
        String asked = address.path() + "?" + address.query();
        return new Key(route.negotiates() ? asked + " " + address.base() + " " + address.accept() : asked, versions, Params.today());
    }
}

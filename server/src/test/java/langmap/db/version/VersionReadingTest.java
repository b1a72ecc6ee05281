package langmap.db.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Versions are read once for many, and never from before somebody asked. */
final class VersionReadingTest {
    @Test
    void nobodyGetsVersionsFromBeforeTheyAsked() {
        AtomicLong committed = new AtomicLong();
        AtomicLong readings = new AtomicLong();
        VersionReading reading = new VersionReading(() -> {
            readings.incrementAndGet();
            return Map.of("unit", committed.get());
        });
        List<CompletableFuture<Long>> asking = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            asking.add(CompletableFuture.supplyAsync(() -> {
                long late = 0;
                for (int i = 0; i < 2000; i++) {
                    long own = committed.incrementAndGet();
                    late += reading.read().get("unit") < own ? 1 : 0;
                }
                return late;
            }, command -> new Thread(command).start()));
        }
        assertThat(asking).extracting(CompletableFuture::join).containsOnly(0L);
        assertThat(readings.get()).isLessThanOrEqualTo(8 * 2000);
    }

    @Test
    void whoAsksWhileAReadingIsUnderWaySharesTheNext() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong readings = new AtomicLong();
        VersionReading reading = new VersionReading(() -> {
            begun.countDown();
            await(go);
            return Map.of("unit", readings.incrementAndGet());
        });
        List<Map<String, Long>> got = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Thread thread = new Thread(() -> got.add(reading.read()));
            threads.add(thread);
            thread.start();
            begun.await();
        }
        while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(got).extracting(versions -> versions.get("unit")).containsExactlyInAnyOrder(1L, 2L, 2L, 2L, 2L);
    }

    @Test
    void aFailureIsToldToAllAndTheNextReadingIsAnother() {
        AtomicLong readings = new AtomicLong();
        VersionReading reading = new VersionReading(() -> {
            if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
            }
            return Map.of();
        });
        assertThatThrownBy(reading::read).isInstanceOf(IllegalStateException.class).hasMessage("gone");
        assertThat(reading.read()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

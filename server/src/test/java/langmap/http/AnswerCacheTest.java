package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import langmap.db.Actor;
import langmap.db.TestDoor;
import langmap.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept is never older than the registers, and what many ask for is computed once. */
final class AnswerCacheTest {
    private static final Request.Address ADDRESS = new Request.Address("http://localhost", "/counted", "", "");
    @RegisterExtension
    static final TestDoor door = new TestDoor(8);

    private final AtomicInteger computed = new AtomicInteger();

    /** Answers with how often it was asked, after doing something. */
    private Route counting(IntConsumer meanwhile) {
        return Route.read("/counted", "count", "Counts.", List.of("unit"), (request, tx) -> {
            int count = computed.incrementAndGet();
            meanwhile.accept(count);
            return Answer.of("text/plain", Integer.toString(count));
        });
    }

    private static String asked(AnswerCache cache, Route route) {
        Supplier<Request> request = () -> null;
        return new String(cache.answer(route, ADDRESS, request).answer().body(), StandardCharsets.UTF_8);
    }

    private static void change() {
        door.database().write(Actor.LOADER, tx -> tx.touch("unit"));
    }

    @Test
    void isKeptUntilARegisterItReadsChanges() {
        AnswerCache cache = new AnswerCache(door.database(), 1 << 20);
        Route route = counting(count -> { });
        assertThat(List.of(asked(cache, route), asked(cache, route))).containsExactly("1", "1");
        door.database().write(Actor.LOADER, tx -> tx.touch("plan"));
        assertThat(asked(cache, route)).isEqualTo("1");
        change();
        assertThat(List.of(asked(cache, route), asked(cache, route))).containsExactly("2", "2");
    }

    @Test
    void anAnswerThatAChangeOvertookIsNotGivenAfterIt() {
        AnswerCache cache = new AnswerCache(door.database(), 1 << 20);
        Route route = counting(count -> {
            if (count == 1) {
                change();
            }
        });
        assertThat(List.of(asked(cache, route), asked(cache, route), asked(cache, route))).containsExactly("1", "2", "2");
    }

    @Test
    void whatManyAskForAtOnceIsComputedOnceAndWithoutMemoryEachTime() {
        CountDownLatch all = new CountDownLatch(5);
        AnswerCache cache = new AnswerCache(door.database(), 1 << 20);
        assertThat(askedTogether(cache, counting(count -> await(all)), all)).containsOnly("1");
        CountDownLatch again = new CountDownLatch(5);
        assertThat(askedTogether(new AnswerCache(door.database(), 0), counting(count -> await(again)), again)).containsExactlyInAnyOrder("2", "3", "4", "5", "6");
    }

    /** By five, of whom the first is not done before the last has come. */
    private static List<String> askedTogether(AnswerCache cache, Route route, CountDownLatch all) {
        List<CompletableFuture<String>> asking = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asking.add(CompletableFuture.supplyAsync(() -> asked(cache, route), command -> {
                Thread thread = new Thread(command);
                threads.add(thread);
                thread.start();
            }));
        }
        while (!threads.stream().allMatch(AnswerCacheTest::isWaitingForTheAnswer)) {
            Thread.onSpinWait();
        }
        threads.forEach(thread -> all.countDown());
        return asking.stream().map(CompletableFuture::join).toList();
    }

    private static boolean isWaitingForTheAnswer(Thread thread) {
        return thread.getState() == Thread.State.WAITING && Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getMethodName)
            .anyMatch(List.of("together", "compute")::contains);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        AnswerCache cache = new AnswerCache(door.database(), 1 << 20);
        Route route = counting(count -> {
            if (count == 1) {
                throw Problem.notFound("not yet");
            }
        });
        assertThatThrownBy(() -> asked(cache, route)).isInstanceOf(Problem.class).hasMessage("not yet");
        assertThat(asked(cache, route)).isEqualTo("2");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

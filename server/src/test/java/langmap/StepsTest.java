package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What the terminal shows while something takes its time. */
final class StepsTest {
    @Test
    void ofStepsWithinStepsTheInnerOneTells() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Steps steps = new Steps(new PrintStream(told, true, StandardCharsets.UTF_8));
        steps.step("outer", () -> steps.step("inner", () -> waitFor(told, "… inner")) + "");
        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("… outer").contains("  inner ", "outer ");
    }

    @Test
    void whatIsReadOfALargeFileIsTold() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new Steps(new PrintStream(told, true, StandardCharsets.UTF_8)).step("roads", () -> waitFor(told, "… roads, 1 s, 37 % read"), () -> 37);
    }

    /** As long as it takes to be told of, which is a second. */
    private static int waitFor(ByteArrayOutputStream told, String what) {
        while (!told.toString(StandardCharsets.UTF_8).contains(what)) {
            LockSupport.parkNanos(10_000_000);
        }
        return 3;
    }
}

package io.calque.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    private static final Executor OTHER_THREAD =
            work -> Thread.ofPlatform().daemon().start(work);

    @Test
    void both_are_done_at_the_same_time() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        BackgroundTask<String> task = new BackgroundTask<>(OTHER_THREAD, () -> {
            first.countDown();
            await(second);
            return "done";
        });
        String result = task.beside(() -> {
            await(first);
            second.countDown();
        });
        assertThat(result).isEqualTo("done");
    }

    @Test
    void the_faults_of_both_are_told_at_once() {
        assertThatThrownBy(() ->
                        new BackgroundTask<>(OTHER_THREAD, failing("the server")).beside(() -> fail("the people")))
                .asInstanceOf(type(Fault.class))
                .satisfies(fault -> assertThat(fault.findings())
                        .extracting(Finding::message)
                        .containsExactly("the server", "the people"));
    }

    @Test
    void the_fault_of_one_is_told_when_the_other_is_done() {
        assertThatThrownBy(() -> new BackgroundTask<>(OTHER_THREAD, failing("the server")).beside(() -> {}))
                .hasMessage("the server");
        assertThatThrownBy(() -> new BackgroundTask<>(OTHER_THREAD, () -> 1).beside(() -> fail("the people")))
                .hasMessage("the people");
    }

    @Test
    void an_error_of_the_program_stays_one() {
        Supplier<Integer> broken = () -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> new BackgroundTask<>(OTHER_THREAD, broken).beside(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private static Supplier<Integer> failing(String message) {
        return () -> fail(message);
    }

    private static int fail(String message) {
        throw new Fault(Finding.of(Code.UNREADABLE_FILE, message));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

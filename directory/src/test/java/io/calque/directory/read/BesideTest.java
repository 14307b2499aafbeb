package io.calque.directory.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void work_is_done_one_after_the_other_in_its_order() {
        List<Integer> done = new ArrayList<>();
        try (Beside beside = new Beside()) {
            IntStream.range(0, 500).forEach(i -> beside.begin(() -> done.add(i)));
            beside.await();
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void whoever_begins_goes_on_while_the_work_is_done_and_leaves_when_it_is() {
        CountDownLatch latch = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        try (Beside beside = new Beside()) {
            beside.begin(() -> {
                await(latch);
                done.add("work");
            });
            latch.countDown();
        }
        assertThat(done).containsExactly("work");
    }

    @Test
    void a_failure_is_told_to_whoever_begins_or_waits_next() {
        try (Beside beside = new Beside()) {
            beside.begin(BesideTest::fail);
            assertThatThrownBy(() -> beside.begin(() -> {})).hasMessage("broken");
            assertThatThrownBy(beside::await).hasMessage("broken");
        }
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

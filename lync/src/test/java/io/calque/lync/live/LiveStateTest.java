package io.calque.lync.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.FakeServer;
import io.calque.remoting.session.Session;
import io.calque.server.Extent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FakeServer server = new FakeServer();

    @Test
    @Tag("spares-CQ808")
    void calls_that_end_give_a_state() {
        server.answers = List.of(FakeServer.state(4));
        try (Session session = Session.open(server, PATIENCE)) {
            assertThat(new LiveState(session, Optional.empty(), PATIENCE)
                            .read(new Extent.Everything())
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    @Tag("raises-CQ808")
    void a_call_whose_answer_breaks_off_is_a_fault_and_no_short_list() {
        server.answers = List.of(FakeServer.state(4));
        try (Session session = Session.open(server, PATIENCE)) {
            server.failures.put(
                    FakeServer.Step.RECEIVE,
                    new TransportException.MaybeSent("the connection ended before the answer did", null));
            assertThatThrownBy(() -> new LiveState(session, Optional.empty(), PATIENCE).read(new Extent.Everything()))
                    .hasMessageContaining("Get-CsSite brought no answer: the connection ended before the answer did")
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.findings())
                                    .extracting(Finding::code)
                                    .containsExactly(Code.NO_ANSWER));
        }
    }
}

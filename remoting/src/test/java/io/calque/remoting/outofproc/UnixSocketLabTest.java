package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UnixSocketLabTest extends LabTest {
    private Lab.@Nullable Pipe pipe;

    @Override
    Session connect(Path folder) {
        Lab.Pipe started = Lab.in(folder, 20).pipe();
        pipe = started;
        return Session.open(started.connect(), OPENING);
    }

    @AfterAll
    void end() {
        if (pipe != null) {
            pipe.close();
        }
    }

    @Test
    void two_sessions_live_side_by_side() {
        try (Session other = Session.open(java.util.Objects.requireNonNull(pipe).connect(), OPENING)) {
            assertThat(other.run(Call.of(Command.of("Write-Output", Parameter.of("InputObject", "other")))))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.results().output()).containsExactly(CliXml.of("other")));
        }
        assertThat(done(Command.of("Write-Output", Parameter.of("InputObject", "first")))
                        .output())
                .containsExactly(CliXml.of("first"));
    }
}

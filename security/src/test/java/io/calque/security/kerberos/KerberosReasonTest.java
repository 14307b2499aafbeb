package io.calque.security.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerberosReasonTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_number_anywhere_in_the_causes_is_explained() {
        Exception failure = new IOException("outer", new LoginException("Clock skew too great (37) - PREAUTH"));
        assertThat(KerberosReason.in(failure)).hasValue(KerberosReason.CLOCK);
        assertThat(KerberosReason.in(new LoginException("Pre-authentication information was invalid (24)")))
                .hasValue(KerberosReason.WRONG_PASSWORD);
        assertThat(KerberosReason.in(new LoginException("Unable to obtain Principal Name for authentication ")))
                .hasValue(KerberosReason.NO_TICKET);
        assertThat(KerberosReason.in(new LoginException("something else (99)"))).isEmpty();
    }

    @Test
    void the_usual_cache_is_the_one_that_the_environment_names() throws IOException {
        Path cache = Files.createFile(folder.resolve("tickets"));
        assertThat(TicketCache.usual(Map.of("KRB5CCNAME", "FILE:" + cache))).hasValue(cache);
        assertThat(TicketCache.usual(Map.of("KRB5CCNAME", cache.toString()))).hasValue(cache);
        assertThat(TicketCache.usual(Map.of("KRB5CCNAME", "KEYRING:persistent:0")))
                .isEmpty();
        assertThat(TicketCache.usual(Map.of("KRB5CCNAME", "FILE:" + folder.resolve("none"))))
                .isEmpty();
    }
}

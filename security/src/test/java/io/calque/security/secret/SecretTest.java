package io.calque.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    private record Login(String user, Secret password) {}

    @Test
    void a_secret_never_prints_itself_even_inside_a_record() {
        assertThat(new Login("ann", Secret.of("Pa55w.rd"))).hasToString("Login[user=ann, password=***]");
    }

    @Test
    void the_characters_are_lent_and_the_loan_is_wiped() {
        var secret = Secret.of("Pa55".toCharArray());
        var kept = secret.use(lent -> {
            assertThat(lent).containsExactly('P', 'a', '5', '5');
            return lent;
        });
        assertThat(kept).containsOnly('\0');
        assertThat(read(secret)).isEqualTo("Pa55");
    }

    @Test
    void a_closed_secret_can_not_be_read() {
        var secret = Secret.of("x");
        secret.close();
        assertThatThrownBy(() -> read(secret)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void later_changes_of_the_given_characters_do_not_reach_it() {
        var given = new char[] {'a'};
        var secret = Secret.of(given);
        given[0] = 'b';
        assertThat(read(secret)).isEqualTo("a");
        assertThat(secret.isEmpty()).isFalse();
        assertThat(Secret.of("").isEmpty()).isTrue();
    }

    private static String read(Secret secret) {
        return secret.use(lent -> new String(lent));
    }
}

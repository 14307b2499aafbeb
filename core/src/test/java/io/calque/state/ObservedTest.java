package io.calque.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.World;
import io.calque.diagnostic.Fault;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservedTest {
    @Property(tries = 100)
    void what_is_written_reads_back_the_same(@ForAll @LongRange(min = 0) long seed) {
        Observed observed = World.of(seed).observed();
        byte[] bytes = bytes(observed);

        Observed again = read(bytes);

        assertThat(again.users()).isEqualTo(observed.users());
        assertThat(bytes(again)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',                                                                    ON_PREMISES",
                "'\"HostingProvider\":\"SRV:\",',                                       ON_PREMISES",
                "'\"HostingProvider\":\"sipfed.online.lync.com\",',                     ONLINE",
                "'\"DeploymentLocator\":\"sipfed.online.lync.com\",',                   ONLINE",
                "'\"HostingProvider\":null,\"DeploymentLocator\":\"srv:\",',            ON_PREMISES",
                "'\"HostingProvider\":\"\",',                                           NOWHERE"
            })
    void a_user_is_homed_where_the_hosting_provider_says_and_on_premises_where_no_key_says(String keys, Home home) {
        String state = "{\"users\":[{" + keys + "\"SipAddress\":\"sip:a@b\"}]}";

        assertThat(read(state.getBytes(StandardCharsets.UTF_8))
                        .users()
                        .getFirst()
                        .home())
                .isEqualTo(home);
    }

    @Property(tries = 300)
    void damaged_states_are_faults_or_states(
            @ForAll @LongRange(min = 0, max = 20) long seed,
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll byte with) {
        byte[] bytes = bytes(World.of(seed).observed());
        bytes[at % bytes.length] = with;
        try {
            read(bytes);
        } catch (Fault e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void a_state_that_breaks_off_is_a_fault(
            @ForAll @LongRange(min = 0, max = 20) long seed, @ForAll @IntRange(max = 99) int percent) {
        byte[] bytes = bytes(World.of(seed).observed());
        byte[] cut = Arrays.copyOf(bytes, (bytes.length - 2) * percent / 100);

        assertThatThrownBy(() -> read(cut)).isInstanceOf(Fault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"users\":{}}",
                "{\"users\":[1]}",
                "{\"users\":[{\"Enabled\":true}]}",
                "{\"users\":[{\"SipAddress\":\"sip:a@b\",\"EnterpriseVoiceEnabled\":\"perhaps\"}]}",
                "{\"product\":\"lync-2009\"}",
                "{\"policies\":{\"conferencing\":{\"Global\":{\"MaxMeetingSize\":\"many\"}}}}",
                "{} {}",
                "[]",
                ""
            })
    void what_is_no_state_is_a_fault_and_never_a_smaller_state(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Fault.class);
    }

    @Test
    void the_products_own_words_and_sites_with_more_than_a_name_are_read() {
        Observed observed = read("""
                {"product":"LYNC-2010","sites":["Redmond",{"SiteId":2,"Identity":"Dublin"}],"more":[{"a":1}],
                 "users":[{"SipAddress":"sip:a@b","EnterpriseVoiceEnabled":"True","ConferencingPolicy":"tag:Sales","Other":[1]}]}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(observed.sites()).containsExactly("Redmond", "Dublin");
        assertThat(observed.users().getFirst().account().enterpriseVoice()).isTrue();
        assertThat(observed.users().getFirst().conferencing()).isEqualTo(new Identity.Tag("sales"));
    }

    private static byte[] bytes(Observed observed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObservedWriter.write(observed, out);
        return out.toByteArray();
    }

    private static Observed read(byte[] bytes) {
        return ObservedReader.read("observed.json", new ByteArrayInputStream(bytes));
    }
}

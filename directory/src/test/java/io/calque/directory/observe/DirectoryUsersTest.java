package io.calque.directory.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.Outcome;
import io.calque.directory.connect.Address;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.copy.CopyWriter;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.MemoryCopyStore;
import io.calque.directory.copy.Watermark;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Guid;
import io.calque.directory.row.Layout;
import io.calque.directory.row.PersonRow;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryUsersTest {
    private static final Map<Integer, PolicyType> TYPES = Map.of(PolicyNumber.CONFERENCING, PolicyType.CONFERENCING);

    private static PersonRow row(int id, String sip, String flags, String... policies) {
        List<List<String>> values = new ArrayList<>(Stream.generate(List::<String>of)
                .limit(Layout.with(Set.of()).attributes().size())
                .toList());
        values.set(Layout.SAM, List.of("u" + id));
        values.set(Layout.SIP_ADDRESS, sip.isEmpty() ? List.of() : List.of(sip));
        values.set(Layout.SIP_ENABLED, List.of("TRUE"));
        values.set(Layout.OPTION_FLAGS, List.of(flags));
        values.set(Layout.LINE, List.of("tel:+4989" + id));
        values.set(Layout.USER_POLICIES, List.of(policies));
        values.set(Layout.HOME_SERVER, List.of("CN=Lc Services,CN=Microsoft,CN=3:1,CN=Pools,DC=x"));
        return new PersonRow(new Guid(0, id), "CN=u" + id, values, List.of());
    }

    private static Outcome reading(PersonRow... rows) throws IOException, DamagedCopyException {
        MemoryCopyStore store = new MemoryCopyStore();
        Watermark.Position position = new Watermark.Position(new Address("dc", 636), "db", new Watermark.Nothing());
        CopyHeader header = new CopyHeader("", "CONTOSO", position, Layout.with(Set.of()), GroupTree.NONE);
        try (CopyWriter writer = new CopyWriter(store, header)) {
            List.of(rows).forEach(writer::add);
            writer.commit();
        }
        return new Outcome(Copy.open(store).orElseThrow(), new Outcome.Way.Full(rows.length, ""));
    }

    @Test
    void users_are_told_with_flags_line_site_and_the_policies_that_exemplars_have()
            throws IOException, DamagedCopyException {
        List<String> asked = new ArrayList<>();
        Exemplars exemplars = (person, type) -> {
            asked.add(String.valueOf(person.samAccountName()));
            return "u1".equals(person.samAccountName()) ? Optional.of(new Identity.Tag("Sales")) : Optional.empty();
        };
        Findings findings = new Findings();
        List<UserState> users = new ArrayList<>();
        new DirectoryUsers(
                        reading(
                                row(1, "sip:1@x", "385", "1=7", "9=2"),
                                row(2, "sip:2@x", "257", "1=7"),
                                row(3, "sip:3@x", "273", "1=8"),
                                row(4, "sip:4@x", "2305"),
                                row(5, "", "257", "1=9"),
                                row(6, "sip:6@x", "257", "one=two")),
                        TYPES,
                        Map.of("3", "Redmond"))
                .read(exemplars, users::add, findings);

        assertThat(asked).as("one exemplar a number").containsExactly("u1", "u3");
        assertThat(users)
                .extracting(u -> u.ids().sipAddress())
                .containsExactly("sip:1@x", "sip:2@x", "sip:3@x", "sip:4@x", "sip:6@x");
        assertThat(users)
                .extracting(UserState::conferencing)
                .containsExactly(new Identity.Tag("Sales"), new Identity.Tag("Sales"), null, null, null);
        assertThat(users)
                .extracting(UserState::account)
                .containsExactly(
                        new Account(true, true, false, false),
                        new Account(true, false, false, false),
                        new Account(true, false, true, false),
                        new Account(true, false, false, true),
                        new Account(true, false, false, false));
        assertThat(users).extracting(UserState::site).containsOnly("Redmond");
        assertThat(users.getFirst().lineUri()).isEqualTo("tel:+49891");
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactly(Code.POLICY_NUMBER_UNKNOWN, Code.USER_POLICY_MALFORMED);
    }

    @Test
    void two_numbers_that_would_mean_one_policy_are_a_contradiction() throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        PolicyNames names = new DirectoryUsers(
                        reading(row(1, "sip:1@x", "257", "1=7"), row(2, "sip:2@x", "257", "1=8")), TYPES, Map.of())
                .read((person, type) -> Optional.of(new Identity.Tag("Sales")), user -> {}, findings);
        assertThat(names.known()).containsOnlyKeys(new PolicyNumber(1, 7));
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.POLICY_NUMBER_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "257,false,false,false",
        "385,true,false,false",
        "273,false,true,false",
        "769,false,true,false",
        "2305,false,false,true"
    })
    void flags_mean_what_the_product_says(int bits, boolean voice, boolean rcc, boolean noVideo) {
        OptionFlags flags = new OptionFlags(bits);
        assertThat(List.of(flags.enterpriseVoice(), flags.remoteCallControl(), flags.audioVideoDisabled()))
                .containsExactly(voice, rcc, noVideo);
    }

    @Property(tries = 200)
    void numbers_survive_printing(
            @ForAll @IntRange(max = 999999999) int type, @ForAll @LongRange(max = 999999999999999999L) long anchor) {
        PolicyNumber number = new PolicyNumber(type, anchor);
        assertThat(PolicyNumber.of(number.toString())).contains(number);
    }

    @Property(tries = 300)
    void any_text_is_a_number_or_not_and_nothing_else(@ForAll String text) {
        PolicyNumber.of(text)
                .ifPresent(n -> assertThat(text.replaceAll("\\s", "")).contains("="));
        PolicyNumber.of("1=" + text);
        HomeServer.siteOf(text);
        new OptionFlags(text.hashCode()).enterpriseVoice();
    }
}

package io.calque.directory.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.ReadMode;
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
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import io.calque.workspace.DirectoryNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryUsersTest {
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
        Watermark.Position position = new Watermark.Position(
                new Address("dc", 636), "db", new Watermark.Nothing(), Watermark.History.UNKNOWN, null);
        CopyHeader header = new CopyHeader("", "", "CONTOSO", position, Layout.with(Set.of()), GroupTree.NONE);
        try (CopyWriter writer = new CopyWriter(store, header)) {
            List.of(rows).forEach(writer::add);
            writer.commit();
        }
        return new Outcome(Copy.open(store).orElseThrow(), new ReadMode.Full(rows.length, ""));
    }

    /** Whom a pool shows, by logon name. */
    private record Pool(Map<String, UserState> users) implements KnownUsers {
        @Override
        public Optional<UserState> known(Identifiers person) {
            return Optional.ofNullable(users.get(String.valueOf(person.samAccountName())));
        }

        @Override
        public String lookUp(Identifiers person) {
            return "Ask for " + person.sipAddress();
        }
    }

    /** A pool of {@code NAME CONFERENCING VOICE SITE}, a hyphen for none. */
    private static Pool pool(String... users) {
        return new Pool(Stream.of(users)
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        w -> w[0],
                        w -> new UserState(
                                new Identifiers(null, w[0], null, null, null, null),
                                w[3].equals("-") ? null : w[3],
                                Account.PLAIN,
                                null,
                                w[1].equals("-") ? null : new Identity.Tag(w[1]),
                                w[2].equals("-") ? null : new Identity.Tag(w[2])))));
    }

    private static List<UserState> read(Outcome reading, DirectoryNumbers stated, Pool pool, Findings findings) {
        List<UserState> users = new ArrayList<>();
        new DirectoryUsers(reading, stated).read(pool, true, users::add, findings);
        return users;
    }

    private static String told(Findings findings) {
        return findings.sorted().stream()
                .map(f -> f.code().id() + " " + f.message() + "\n  " + f.help())
                .collect(Collectors.joining("\n"));
    }

    @Tag("raises-CQ715")
    @Tag("spares-CQ719")
    @Test
    void users_are_told_with_flags_line_site_and_the_policies_that_exemplars_have()
            throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        List<UserState> users = read(
                reading(
                        row(1, "sip:1@x", "385", "1=7"),
                        row(2, "sip:2@x", "257", "1=7"),
                        row(3, "sip:3@x", "273", "1=8"),
                        row(4, "sip:4@x", "2305"),
                        row(5, "", "257", "1=9"),
                        row(6, "sip:6@x", "257", "one=two")),
                DirectoryNumbers.NONE,
                pool("u2 Sales - Redmond"),
                findings);

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
        assertThat(told(findings)).isEqualTo("""
                CQ714 no known user shows which conferencing policy the number 1=8 is; sip:3@x has it
                  Ask for sip:3@x; or state it with policies: {1=8: NAME}
                CQ715 a value of msRTCSIP-UserPolicies of sip:6@x is not TYPE=NUMBER: 'one=two'
                  Read this person's grants from the pool""");
    }

    @Tag("spares-CQ715")
    @Test
    void a_policy_type_is_learned_where_only_one_number_fits_everybody_who_is_known()
            throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        List<UserState> users = read(
                reading(
                        row(1, "sip:1@x", "257", "1=7", "2=5", "9=1"),
                        row(2, "sip:2@x", "257", "2=6"),
                        row(3, "sip:3@x", "257", "9=1"),
                        row(4, "sip:4@x", "257", "2=5")),
                DirectoryNumbers.NONE,
                pool("u1 Sales Local Redmond", "u2 - World Redmond", "u3 - - Redmond"),
                findings);
        assertThat(findings.sorted()).isEmpty();
        assertThat(users)
                .extracting(UserState::voice)
                .containsExactly(new Identity.Tag("Local"), new Identity.Tag("World"), null, new Identity.Tag("Local"));
    }

    @Test
    void a_policy_type_is_not_guessed_where_two_numbers_fit() throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        read(
                reading(row(1, "sip:1@x", "257", "2=5", "9=1")),
                DirectoryNumbers.NONE,
                pool("u1 - Local Redmond"),
                findings);
        assertThat(told(findings)).isEqualTo("""
                CQ714 no known user shows whether the numbers 2=… are voice policies; sip:1@x has one
                  Export more people who have one of 2=… and 9=… and not the other; or state it with types: {2: voice} or {2: other}
                CQ714 no known user shows whether the numbers 9=… are voice policies; sip:1@x has one
                  Export more people who have one of 2=… and 9=… and not the other; or state it with types: {9: voice} or {9: other}""");
    }

    @Tag("raises-CQ719")
    @Test
    void a_policy_type_of_which_nobody_is_known_is_told_and_what_is_stated_counts()
            throws IOException, DamagedCopyException {
        Outcome reading = reading(row(1, "sip:1@x", "257", "2=5", "9=1"));
        Findings findings = new Findings();
        read(reading, DirectoryNumbers.NONE, pool(), findings);
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactly(Code.POLICY_NUMBER_UNKNOWN, Code.POLICY_NUMBER_UNKNOWN, Code.SITE_NUMBER_UNKNOWN);

        Findings none = new Findings();
        DirectoryNumbers stated = new DirectoryNumbers(
                Map.of(2, Optional.of(PolicyType.VOICE), 9, Optional.empty()),
                Map.of("2=5", new Identity.Tag("Local")),
                Map.of("3", "Redmond"));
        assertThat(read(reading, stated, pool(), none)).singleElement().satisfies(user -> {
            assertThat(user.voice()).isEqualTo(new Identity.Tag("Local"));
            assertThat(user.site()).isEqualTo("Redmond");
        });
        assertThat(none.sorted()).isEmpty();
    }

    @Test
    void grants_that_no_number_fits_are_told() throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        read(
                reading(row(1, "sip:1@x", "257", "2=5"), row(2, "sip:2@x", "257")),
                DirectoryNumbers.NONE,
                pool("u1 - - Redmond", "u2 - Local Redmond"),
                findings);
        assertThat(told(findings)).contains("no number of the directory can be the voice policy");
    }

    @Test
    void contradictions_are_told_and_never_learned() throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        List<UserState> users = read(
                reading(
                        row(1, "sip:1@x", "257", "1=7"),
                        row(2, "sip:2@x", "257", "1=8"),
                        row(3, "sip:3@x", "257", "1=9"),
                        row(4, "sip:4@x", "257", "1=9"),
                        row(5, "sip:5@x", "257", "1=10")),
                DirectoryNumbers.NONE,
                pool(
                        "u1 Sales - Redmond",
                        "u2 Sales - Redmond",
                        "u3 Board - Redmond",
                        "u4 Staff - Oslo",
                        "u5 - - Redmond"),
                findings);
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly(
                        "the number 1=10 of u5 can't be looked up: the export shows no conferencing policy for them",
                        "the number 1=8 of u2 would be Tag:Sales, which 1=7 is already",
                        "the number 1=9 would be Tag:Board by u3, and another policy by u4",
                        "the site 3 would be Redmond by u1, and another by u4");
        assertThat(users)
                .extracting(UserState::conferencing)
                .containsExactly(new Identity.Tag("Sales"), null, null, null, null);
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

    @Tag("raises-CQ743")
    @Test
    void accounts_that_are_disabled_and_still_enabled_on_the_server_are_users_and_reported()
            throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        List<UserState> users = read(
                reading(disabled(row(1, "sip:u1@x", "1"), "514"), disabled(row(2, "sip:u2@x", "1"), "512")),
                DirectoryNumbers.NONE,
                pool("u1 - - Berlin", "u2 - - Berlin"),
                findings);

        assertThat(users).extracting(user -> user.ids().samAccountName()).containsExactly("u1", "u2");
        assertThat(findings.sorted())
                .extracting(finding -> finding.code().id() + " " + finding.message())
                .containsExactly(
                        "CQ743 1 account is disabled in the directory and still enabled on the server: sip:u1@x");
    }

    @Tag("spares-CQ743")
    @Test
    void an_account_that_is_disabled_in_both_is_not_reported() throws IOException, DamagedCopyException {
        Findings findings = new Findings();
        PersonRow both = disabled(row(1, "sip:u1@x", "1"), "514");
        List<List<String>> values = new ArrayList<>(both.values());
        values.set(Layout.SIP_ENABLED, List.of("FALSE"));
        read(
                reading(new PersonRow(both.guid(), both.dn(), values, List.of())),
                DirectoryNumbers.NONE,
                pool("u1 - - Berlin"),
                findings);
        assertThat(findings.sorted()).isEmpty();
    }

    private static PersonRow disabled(PersonRow row, String control) {
        List<List<String>> values = new ArrayList<>(row.values());
        values.set(Layout.CONTROL, List.of(control));
        return new PersonRow(row.guid(), row.dn(), values, row.groups());
    }
}

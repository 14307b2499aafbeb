package io.calque.directory.observe;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Findings;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.row.Layout;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.Persons;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.state.UserState;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The users of the server as its own attributes in the directory show them. Only people with a SIP address are users. Which policies
 * exist and what they say the directory does not know.
 */
public final class DirectoryUsers {
    private final Outcome reading;
    private final Map<Integer, PolicyType> types;
    private final Map<String, String> sites;

    /**
     * Users of a reading of the directory.
     *
     * @param types the policy types by their number in the attribute; {@link PolicyNumber#CONFERENCING} is the only one that is known for
     *     certain
     * @param sites the names of sites by their number; users of other sites have none
     */
    public DirectoryUsers(Outcome reading, Map<Integer, PolicyType> types, Map<String, String> sites) {
        this.reading = reading;
        this.types = Map.copyOf(types);
        this.sites = Map.copyOf(sites);
    }

    /** Tells every user, in the reading's order, and returns what the numbers of policies were found to mean. */
    public PolicyNames read(Exemplars exemplars, Consumer<UserState> users, Findings findings) {
        CopyHeader header = reading.copy().header();
        Persons persons =
                new Persons(header.layout(), header.tree(), header.domain().isEmpty() ? null : header.domain());
        PolicyNames names = new PolicyNames(types);
        LdapPeople.tell(reading, row -> {
            if (row.value(Layout.SIP_ADDRESS) != null) {
                Identifiers ids = persons.identifiers(row);
                names.see(ids, PolicyNames.numbers(ids, row.values().get(Layout.USER_POLICIES), findings));
            }
        });
        names.learn(exemplars, findings);
        LdapPeople.tell(reading, row -> {
            if (row.value(Layout.SIP_ADDRESS) != null) {
                users.accept(user(row, persons.identifiers(row), names));
            }
        });
        return names;
    }

    private UserState user(PersonRow row, Identifiers ids, PolicyNames names) {
        Integer bits = row.number(Layout.OPTION_FLAGS);
        OptionFlags flags = new OptionFlags(bits == null ? 0 : bits);
        List<PolicyNumber> numbers = PolicyNames.numbers(ids, row.values().get(Layout.USER_POLICIES), new Findings());
        String site = HomeServer.siteOf(row.value(Layout.HOME_SERVER));
        return new UserState(
                ids,
                site == null ? null : sites.get(site),
                new Account(
                        row.flag(Layout.SIP_ENABLED),
                        flags.enterpriseVoice(),
                        flags.remoteCallControl(),
                        flags.audioVideoDisabled()),
                row.value(Layout.LINE),
                names.granted(numbers, PolicyType.CONFERENCING).orElse(null),
                names.granted(numbers, PolicyType.VOICE).orElse(null));
    }
}

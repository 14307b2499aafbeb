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
import io.calque.policy.Home;
import io.calque.state.UserState;
import io.calque.workspace.DirectoryNumbers;
import java.util.List;
import java.util.function.Consumer;

/**
 * The users of the server as its own attributes in the directory show them. Only people with a SIP address are users. Which policies
 * exist and what they say the directory does not know.
 */
public final class DirectoryUsers {
    private final Outcome reading;
    private final DirectoryNumbers stated;

    /** Users of a reading of the directory; numbers of which nothing is stated are learned. */
    public DirectoryUsers(Outcome reading, DirectoryNumbers stated) {
        this.reading = reading;
        this.stated = stated;
    }

    /**
     * Tells every user, in the reading's order, and returns what the numbers of policies were found to mean.
     *
     * @param sitesMatter whether any site has policies of its own
     * @param findings hears of numbers that nobody can name: users who have them lack a grant or a site then
     */
    public PolicyNames read(KnownUsers exemplars, boolean sitesMatter, Consumer<UserState> users, Findings findings) {
        CopyHeader header = reading.copy().header();
        Persons persons =
                new Persons(header.layout(), header.tree(), header.domain().isEmpty() ? null : header.domain());
        PolicyNames names = new PolicyNames(stated);
        SiteNames sites = new SiteNames(stated.sites());
        StillEnabled stillEnabled = new StillEnabled();
        LdapPeople.tell(reading, row -> {
            if (row.value(Layout.SIP_ADDRESS) != null) {
                Identifiers ids = persons.identifiers(row);
                UserState known = exemplars.known(ids).orElse(null);
                if (!row.enabled() && row.flag(Layout.SIP_ENABLED)) {
                    stillEnabled.add(ids);
                }
                names.see(ids, PolicyNames.numbers(ids, row.values().get(Layout.USER_POLICIES), findings), known);
                sites.see(ids, HomeServer.siteOf(row.value(Layout.HOME_SERVER)), known);
            }
        });
        names.learn(exemplars, findings);
        sites.learn(sitesMatter, exemplars, findings);
        stillEnabled.report(findings);
        LdapPeople.tell(reading, row -> {
            if (row.value(Layout.SIP_ADDRESS) != null) {
                users.accept(user(row, persons.identifiers(row), names, sites));
            }
        });
        return names;
    }

    private static UserState user(PersonRow row, Identifiers ids, PolicyNames names, SiteNames sites) {
        Integer bits = row.number(Layout.OPTION_FLAGS);
        OptionFlags flags = new OptionFlags(bits == null ? 0 : bits);
        List<PolicyNumber> numbers = PolicyNames.numbers(ids, row.values().get(Layout.USER_POLICIES), new Findings());
        return new UserState(
                ids,
                sites.of(HomeServer.siteOf(row.value(Layout.HOME_SERVER))),
                new Account(
                        row.flag(Layout.SIP_ENABLED),
                        flags.enterpriseVoice(),
                        flags.remoteCallControl(),
                        flags.audioVideoDisabled(),
                        Home.of(row.value(Layout.LOCATOR)).orElse(Home.ON_PREMISES)),
                row.value(Layout.LINE),
                names.granted(numbers, PolicyType.CONFERENCING).orElse(null),
                names.granted(numbers, PolicyType.VOICE).orElse(null));
    }
}

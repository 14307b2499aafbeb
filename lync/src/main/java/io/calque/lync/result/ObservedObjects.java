package io.calque.lync.result;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.remoting.clixml.CliXml;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers observed state from the objects that Get-CsUser, Get-CsConferencingPolicy, Get-CsVoicePolicy, Get-CsSite and
 * Get-CsServerVersion bring back, by a live call or in files that Export-Clixml wrote. Each object is known by what it is, so the order and
 * the number of files do not matter. Objects of other kinds are counted and left aside. Not thread-safe.
 */
public final class ObservedObjects {
    private final UserObjects reader = new UserObjects();
    private final Sites sites = new Sites();
    private final List<Homed> users = new ArrayList<>();
    private final Map<Sites.Home, Sites.Home> homes = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final Findings findings = new Findings();
    private @Nullable Place file;
    private long others;

    private record Homed(UserState user, Sites.Home home) {}

    /** Takes one object. */
    public void add(CliXml value) {
        Optional<Bag> object = Bag.of(value);
        if (object.isEmpty()) {
            others++;
            return;
        }
        Bag bag = object.get();
        if (UserObjects.isUser(bag)) {
            Sites.Home home = homes.computeIfAbsent(Sites.Home.of(bag), h -> h);
            users.add(new Homed(reader.read(bag), home));
            return;
        }
        Optional<PolicyType> type = PolicyObjects.typeOf(bag);
        if (type.isPresent()) {
            Findings own = new Findings();
            PolicyObjects.read(type.get(), bag, own).ifPresent(policies::add);
            own.sorted().forEach(finding -> findings.add(finding.at(file)));
        } else if (bag.has("SiteId")) {
            sites.add(bag);
        } else {
            others++;
        }
    }

    /**
     * Reads files that Export-Clixml wrote, one object at a time.
     *
     * @param folder where they are
     * @param names the files, as people call them in that folder
     * @throws io.calque.diagnostic.Fault when one can't be read
     */
    public static ObservedObjects read(Path folder, List<String> names) {
        ObservedObjects all = new ObservedObjects();
        for (String name : names) {
            all.file = Place.of(name);
            ExportFile.read(folder.resolve(name), name, all::add);
        }
        return all;
    }

    /** What was gathered, as the state of a server of that version. */
    public Observed observed(ProductVersion product) {
        return new Observed(
                product,
                sites.names(),
                PolicySet.of(policies),
                users.stream().map(this::withSite).toList());
    }

    private UserState withSite(Homed homed) {
        UserState user = homed.user();
        return new UserState(
                user.ids(), sites.of(homed.home()), user.account(), user.lineUri(), user.conferencing(), user.voice());
    }

    /** What could not be read of the objects that were taken. */
    public List<Finding> findings() {
        return findings.sorted();
    }

    /** How many objects were none of those it knows. */
    public long others() {
        return others;
    }
}

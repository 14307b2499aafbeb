package io.calque.lync.result;

import io.calque.catalogue.PolicyType;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of Get-CsUser as users. Values that many users share are kept once. Not thread-safe. */
final class UserObjects {
    private final Map<String, Identity.Tag> tags = new HashMap<>();
    private final Map<Account, Account> accounts = new HashMap<>();

    static boolean isUser(Bag object) {
        return object.has("SipAddress") && (object.has("RegistrarPool") || object.has("EnterpriseVoiceEnabled"));
    }

    /** The user; without a site; whatever the object lacks is null or off. */
    UserState read(Bag object) {
        String distinguishedName = object.text("DistinguishedName");
        Account account = new Account(
                object.flag("Enabled"),
                object.flag("EnterpriseVoiceEnabled"),
                object.flag("RemoteCallControlTelephonyEnabled"),
                object.flag("AudioVideoDisabled"),
                Home.of(object.text("HostingProvider")).orElse(Home.ON_PREMISES));
        return new UserState(
                new Identifiers(
                        null,
                        object.text("SamAccountName"),
                        object.text("UserPrincipalName"),
                        object.text("SipAddress"),
                        object.text("DisplayName"),
                        distinguishedName == null ? object.text("Identity") : distinguishedName),
                null,
                accounts.computeIfAbsent(account, a -> a),
                object.text("LineURI"),
                tag(object.name(PolicyType.CONFERENCING.noun())),
                tag(object.name(PolicyType.VOICE.noun())));
    }

    private Identity.@Nullable Tag tag(@Nullable String name) {
        return name == null
                ? null
                : tags.computeIfAbsent(
                        name, n -> Identity.of(n) instanceof Identity.Tag tag ? tag : new Identity.Tag(n));
    }
}

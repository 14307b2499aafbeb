package io.calque.apply;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.plan.Step;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.UserState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What the product refuses, and in which words. Words that its documentation or its users' reports give are given so; others, marked
 * here, are this program's own. Sources: the cmdlets' help (New-, Set-, Remove-, Grant-CsConferencingPolicy, Set-CsUser), the
 * deployment guide "user identity and the tag scope".
 */
final class PoolRules {
    private final ProductVersion product;
    private final List<String> sites;

    PoolRules(ProductVersion product, List<String> sites) {
        this.product = product;
        this.sites = sites;
    }

    /** Why a step about a policy is refused; empty when it is not. */
    Optional<String> refusal(Step.OfPolicy step, PolicySet policies, BiPredicate<Step.OfPolicy, Identity> isGranted) {
        Optional<Policy> there = policies.find(step.type(), step.identity());
        return switch (step) {
            case Step.CreatePolicy(Policy policy, var _) ->
                there.isPresent()
                        ? Optional.of("\"" + step.subject() + "\" already exists. Use the Set cmdlet to change it.")
                        : unknownSite(policy.identity())
                                .or(() -> unknownSetting(step, policy.settings().keySet()));
            case Step.SetPolicy set ->
                there.isEmpty()
                        ? notThere(step)
                        : unknownSetting(step, set.after().keySet());
            case Step.RemovePolicy _ -> {
                if (there.isEmpty()) {
                    yield notThere(step);
                }
                // The product asks for confirmation, which a program can't give.
                yield isGranted.test(step, step.identity())
                        ? Optional.of("\"" + step.subject() + "\" is still granted to users.")
                        : Optional.empty();
            }
        };
    }

    /** Why a grant is refused; Global and site policies are no user policies, and neither is one that is not there. */
    Optional<String> refusal(Step.Grant grant, PolicySet policies) {
        Identity identity = Identity.of(grant.after().name());
        return identity instanceof Identity.Tag
                        && policies.find(grant.type(), identity).isPresent()
                ? Optional.empty()
                : Optional.of("Policy \""
                        + (identity instanceof Identity.Tag ? grant.after().name() : identity.print())
                        + "\" is not a user policy. You can assign only a user policy to a specific user.");
    }

    /**
     * Whether the cmdlets for users find an account: only those that were enabled for the service once, which gave them a SIP address.
     * An account that was switched off since keeps it, with all that was assigned (cmdlet reference of Get-CsUser and Set-CsUser).
     */
    static boolean isFound(UserState user) {
        return user.account().enabled() || user.ids().sipAddress() != null;
    }

    /** Why Enterprise Voice can't be switched on. */
    Optional<String> voiceRefusal(UserState user) {
        Account account = user.account();
        if (account.remoteCallControl()) {
            return Optional.of("A user cannot be enabled for both Enterprise Voice and remote call control.");
        }
        return account.audioVideoDisabled()
                ? Optional.of("Audio/video cannot be disabled for a user who is enabled for remote call control or"
                        + " Enterprise Voice.")
                : Optional.empty();
    }

    /** Why a number can't be set; whether somebody else has it is told apart. */
    Optional<String> lineRefusal(UserState user, Step.SetLine step, boolean taken) {
        String line = step.after();
        if (line == null) {
            return user.account().remoteCallControl()
                    ? Optional.of("To be enabled for remote call control, a user must have both a LineUri and a"
                            + " LineServerUri.")
                    : Optional.empty();
        }
        if (!line.regionMatches(true, 0, "tel:", 0, 4)) {
            return Optional.of("\"" + line + "\" is not a valid LineURI: it must be a tel: URI.");
        }
        if (user.account().audioVideoDisabled()) {
            return Optional.of("A LineUri cannot be set for a user whose audio/video is disabled.");
        }
        return taken
                ? Optional.of("Filter failed to return unique result, \"[SipAddress : " + user.subject()
                        + "] [LineURI : " + line + "] [PrivateLine : ]\"")
                : Optional.empty();
    }

    /** The product's words for a user whom it does not find. */
    static String unknownUser(String subject) {
        return "Management object not found for identity \"" + subject + "\".";
    }

    private Optional<String> unknownSite(Identity identity) {
        return identity instanceof Identity.Site(String site) && sites.stream().noneMatch(site::equalsIgnoreCase)
                ? Optional.of("Cannot find site \"" + site + "\".")
                : Optional.empty();
    }

    private Optional<String> unknownSetting(Step.OfPolicy step, Set<String> names) {
        return names.stream()
                .filter(name -> Catalogue.standard()
                        .setting(step.type(), name)
                        .filter((Setting setting) -> setting.in(product))
                        .isEmpty())
                .sorted()
                .findFirst()
                .map(name -> "A parameter cannot be found that matches parameter name '" + name + "'.");
    }

    private static Optional<String> notThere(Step.OfPolicy step) {
        return Optional.of("Cannot find \"" + step.subject()
                + "\" because it does not exist. Make sure that the identity is correct.");
    }
}

package io.calque.explain;

import io.calque.choice.Composer;
import io.calque.licence.Entitlement;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import io.calque.workspace.Seats;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest licences for some rights, and the conferencing policy that gives the rights and nothing beyond the licences.
 *
 * @param wishes the ids of the rights
 * @param licences the licences
 * @param cost what they cost; empty where the workspace does not tell all prices
 * @param reasons for each licence the wishes that can't do without it
 * @param existing the user policy that fits, the one with the fewest rights on top; null where none does
 * @param composed the policy that would fit; null where one exists or none is needed
 * @param enterpriseVoice whether the account needs Enterprise Voice
 * @param open rights beyond the licences that no setting can close
 */
public record LeastLicence(
        Set<String> wishes,
        Licences licences,
        Optional<BigDecimal> cost,
        Map<Licence, List<String>> reasons,
        @Nullable Policy existing,
        @Nullable Policy composed,
        boolean enterpriseVoice,
        List<String> open) {

    /**
     * Finds it.
     *
     * @param wishes ids of rights of the version
     * @param seats what licences cost, where known
     * @param policies the user policies to choose from
     */
    public static LeastLicence of(Licensing licensing, Set<String> wishes, Seats seats, List<Policy> policies) {
        List<Entitlement> wanted = licensing.entitlements().stream()
                .filter(e -> wishes.contains(e.right().id()))
                .toList();
        List<Licences> enough = Licences.holdable().stream()
                .filter(held -> !held.isEmpty())
                .filter(held -> wanted.stream().allMatch(e -> e.need().metBy(held)))
                .toList();
        Licences licences = cheapest(enough, seats);
        Set<String> conferencing = wanted.stream()
                .filter(LeastLicence::isConferencing)
                .map(e -> e.right().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<Policy> existing = policies.stream()
                .filter(policy -> fits(licensing, policy, conferencing, licences))
                .min(Comparator.comparingInt(
                        policy -> granted(licensing, policy).size()));
        Composer.Composed composed = Composer.compose(
                licensing, new Identity.Tag(name(licences, conferencing)), conferencing, beyond(licensing, licences));
        return new LeastLicence(
                Set.copyOf(wishes),
                licences,
                cost(licences, seats).filter(sum -> sum.signum() > 0),
                reasons(wanted, licences),
                existing.orElse(null),
                existing.isPresent() ? null : composed.policy(),
                wanted.stream().anyMatch(e -> e.right().id().startsWith("voice.") && !isDesk(e)),
                existing.isPresent()
                        ? List.of()
                        : composed.open().stream().map(e -> e.right().id()).toList());
    }

    /** The cheapest set where all prices are known, else the smallest. */
    private static Licences cheapest(List<Licences> enough, Seats seats) {
        boolean priced = enough.stream().allMatch(held -> cost(held, seats).isPresent());
        Comparator<Licences> bySize = Comparator.naturalOrder();
        Comparator<Licences> byCost =
                Comparator.comparing(held -> cost(held, seats).orElse(BigDecimal.ZERO));
        return enough.stream()
                .min(priced ? byCost.thenComparing(bySize) : bySize)
                .orElseThrow();
    }

    /** What a set costs; empty where a price is missing. Standard, which every set has, may go without one. */
    private static Optional<BigDecimal> cost(Licences held, Seats seats) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Licence licence : held.asSet()) {
            Optional<BigDecimal> price = seats.cost(licence);
            if (price.isEmpty() && licence != Licence.STANDARD) {
                return Optional.empty();
            }
            sum = sum.add(price.orElse(BigDecimal.ZERO));
        }
        return Optional.of(sum);
    }

    private static boolean fits(Licensing licensing, Policy policy, Set<String> wishes, Licences licences) {
        return granted(licensing, policy).containsAll(wishes)
                && licensing.excess(Subject.situation(policy), licences).isEmpty();
    }

    private static Set<String> granted(Licensing licensing, Policy policy) {
        return Comparison.given(licensing, policy).stream()
                .filter(Verdict::granted)
                .map(Verdict::right)
                .collect(Collectors.toSet());
    }

    private static Set<String> beyond(Licensing licensing, Licences licences) {
        return licensing.entitlements().stream()
                .filter(e -> !e.need().metBy(licences) && !licensing.isInseparable(e, licences))
                .map(e -> e.right().id())
                .collect(Collectors.toSet());
    }

    private static Map<Licence, List<String>> reasons(List<Entitlement> wanted, Licences licences) {
        Map<Licence, List<String>> reasons = new LinkedHashMap<>();
        for (Licence licence : licences.asSet()) {
            Licences without = Licences.of(
                    licences.asSet().stream().filter(l -> l != licence).toList());
            reasons.put(
                    licence,
                    wanted.stream()
                            .filter(e -> !e.need().metBy(without))
                            .map(e -> e.right().id())
                            .toList());
        }
        return reasons;
    }

    private static boolean isConferencing(Entitlement entitlement) {
        return !entitlement.right().id().startsWith("voice.");
    }

    private static boolean isDesk(Entitlement entitlement) {
        return entitlement.right().id().equals("voice.remote-call-control");
    }

    private static String name(Licences licences, Set<String> wishes) {
        String licence = licences.holds(Licence.ENTERPRISE) ? "ENT_CAL" : "STD_CAL";
        return licence + (wishes.contains("meeting.record") ? "_REC" : "")
                + (wishes.contains("meeting.dial-in") ? "_PSTN" : "") + "_Composed";
    }
}

package io.calque.audit;

import io.calque.licence.Licences;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why licences held and rights given differ, and everybody for whom they differ in this way. One look at a cause, and at what would end
 * it, does for all its people.
 *
 * @param held the licences held
 * @param needed the licences that the rights given need
 * @param policy the effective conferencing policy, as the product prints it
 * @param settings what decides, in the order of the rights
 * @param people the users, in the order in which they came
 */
public record Cause(Licences held, Licences needed, String policy, List<Decisive> settings, List<String> people) {

    /**
     * A setting or flag with the rights that it decides.
     *
     * @param setting its name
     * @param value its effective value, as the product writes it; empty when not known
     * @param policy the policy that holds it, as the product prints it; {@code Account} for a flag of the account
     * @param rights the ids of the rights
     */
    public record Decisive(String setting, String value, String policy, List<String> rights) {
        public Decisive {
            rights = List.copyOf(rights);
        }
    }

    public Cause {
        settings = List.copyOf(settings);
        people = List.copyOf(people);
    }

    /** The causes of all of them, the one with most people first; each person is in exactly one. */
    public static List<Cause> of(List<Imbalance> imbalances) {
        return imbalances.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.held(), one.needed(), one.policy(), one.grounds()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Cause::shared)
                .sorted(Comparator.comparingInt((Cause cause) -> cause.people().size())
                        .reversed())
                .toList();
    }

    private static Cause shared(List<Imbalance> alike) {
        Imbalance one = alike.getFirst();
        Map<List<String>, List<String>> rights = one.grounds().stream()
                .collect(Collectors.groupingBy(
                        ground -> List.of(ground.setting(), ground.value(), ground.policy()),
                        LinkedHashMap::new,
                        Collectors.mapping(Ground::right, Collectors.toList())));
        List<Decisive> settings = rights.entrySet().stream()
                .map(e -> new Decisive(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
                .toList();
        return new Cause(
                one.held(),
                one.needed(),
                one.policy(),
                settings,
                alike.stream().map(Imbalance::subject).toList());
    }
}

package io.calque.lync.cmdlet;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of the policy cmdlets. Those of New- and Set- are the catalogue's settings, of all product versions. */
final class PolicyParameters {
    static final List<Spec> GET = List.of(Spec.of("Identity", Kind.POLICY));
    static final List<Spec> REMOVE = List.of(Spec.of("Identity", Kind.POLICY), Spec.of("Force", Kind.SWITCH));
    static final List<Spec> GRANT = List.of(
            Spec.of("Identity", Kind.USER),
            Spec.of("PolicyName", Kind.POLICY_NAME),
            Spec.of("DomainController", Kind.TEXT),
            Spec.of("PassThru", Kind.SWITCH));

    private PolicyParameters() {}

    static List<Spec> settings(PolicyType type) {
        return Stream.concat(
                        Stream.of(Spec.of("Identity", Kind.POLICY)),
                        Catalogue.standard().settings(type).stream().map(s -> Spec.of(s.name(), s.shape())))
                .toList();
    }
}

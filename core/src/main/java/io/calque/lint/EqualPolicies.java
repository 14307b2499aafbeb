package io.calque.lint;

import io.calque.catalogue.Binding;
import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.Identity;
import io.calque.workspace.DeclaredPolicy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two user policies in which every setting that binds anybody has the same value. */
final class EqualPolicies implements LintRule {
    @Override
    public Code code() {
        return Code.EQUAL_POLICIES;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        return Arrays.stream(PolicyType.values()).flatMap(type -> {
            List<Setting> settings = Catalogue.standard()
                    .settings(type, inspection.workspace().version())
                    .stream()
                    .filter(setting -> setting.binds() != Binding.NOBODY)
                    .toList();
            Map<List<Optional<Value>>, DeclaredPolicy> seen = new HashMap<>();
            return inspection
                    .declared(type)
                    .filter(declared -> declared.policy().identity() instanceof Identity.Tag)
                    .flatMap(declared -> {
                        List<Optional<Value>> values = settings.stream()
                                .map(setting -> declared.policy().value(setting))
                                .toList();
                        DeclaredPolicy first = seen.putIfAbsent(values, declared);
                        return first == null ? Stream.of() : Stream.of(tell(first, declared));
                    });
        });
    }

    private Finding tell(DeclaredPolicy first, DeclaredPolicy second) {
        return Finding.of(
                        code(),
                        second.policy().identity().print() + " equals "
                                + first.policy().identity().print() + " in every setting")
                .help("Keep one of the two, or tell them apart")
                .at(second.place());
    }
}

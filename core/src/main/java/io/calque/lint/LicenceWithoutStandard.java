package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import java.util.stream.Stream;

/** Enterprise or Plus without Standard, on which both rest. */
final class LicenceWithoutStandard implements LintRule {
    @Override
    public Code code() {
        return Code.LICENCE_WITHOUT_STANDARD;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Stream<Finding> policies = inspection.workspace().policies().stream()
                .flatMap(declared -> declared.licences().stream()
                        .flatMap(licences -> tell(declared.policy().identity().print(), licences, declared.place())));
        Stream<Finding> personas = inspection.workspace().personas().values().stream()
                .flatMap(persona -> tell("persona '" + persona.name() + "'", persona.licences(), persona.place()));
        return Stream.concat(policies, personas);
    }

    private Stream<Finding> tell(String title, Licences licences, Place place) {
        return licences.lacksBase()
                ? Stream.of(Finding.of(
                                code(),
                                title + " has " + licences + " without standard, on which every other licence rests")
                        .help("Add standard to 'licences'")
                        .at(place))
                : Stream.of();
    }
}

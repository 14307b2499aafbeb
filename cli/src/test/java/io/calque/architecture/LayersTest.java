package io.calque.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may use whom. */
@Tag("architecture")
class LayersTest {
    @Test
    void the_rules_see_the_whole_program() {
        Map<String, Long> seen =
                CodeBase.CLASSES.stream().collect(Collectors.groupingBy(CodeBase::top, Collectors.counting()));
        assertThat(CodeBase.CLASSES.stream().filter(CodeBase.CORE)).hasSizeGreaterThan(60);
        assertThat(seen)
                .containsKeys(
                        "cli", "security", "engine", "report", "directory", "remoting", "lync", "store", "diagnostic");
        assertThat(seen.get("cli")).isGreaterThan(20);
    }

    @Test
    void the_documented_order_names_every_package_of_core() {
        Set<String> packages = CodeBase.CLASSES.stream()
                .filter(CodeBase.CORE)
                .map(CodeBase::top)
                .collect(Collectors.toSet());
        assertThat(CodeBase.order())
                .as("docs/architecture.md")
                .doesNotHaveDuplicates()
                .containsAll(packages);
    }

    @Test
    void a_package_of_core_uses_only_those_above_it() {
        List<String> order = CodeBase.order();
        for (int i = 1; i < order.size(); i++) {
            String name = order.get(i);
            Set<String> above = Set.copyOf(order.subList(0, i));
            noClasses()
                    .that(CodeBase.CORE)
                    .and(describe("in a package above " + name, (JavaClass type) -> above.contains(CodeBase.top(type))))
                    .should()
                    .dependOnClassesThat(CodeBase.module(name))
                    .check(CodeBase.CLASSES);
        }
    }

    @Test
    void packages_have_no_circles() {
        slices().matching("io.calque.(**)").should().beFreeOfCycles().check(CodeBase.CLASSES);
    }

    @Test
    void a_module_uses_only_what_lies_below_it() {
        Map<String, Set<String>> allowed = Map.of(
                "security",
                Set.of(),
                "report",
                Set.of(),
                "directory",
                Set.of("security"),
                "remoting",
                Set.of("security"),
                "lync",
                Set.of("security", "remoting"),
                "store",
                Set.of("security"),
                "engine",
                Set.of("security", "directory", "remoting", "lync", "store"),
                "cli",
                Set.copyOf(CodeBase.EDGES));
        noClasses()
                .that(CodeBase.CORE)
                .should()
                .dependOnClassesThat(describe("of other modules", type -> CodeBase.EDGES.contains(CodeBase.top(type))))
                .check(CodeBase.CLASSES);
        noClasses()
                .that(CodeBase.module("security"))
                .should()
                .dependOnClassesThat(CodeBase.CORE)
                .because("remoting rests on it, and is of use without Calque")
                .check(CodeBase.CLASSES);
        allowed.forEach((module, others) -> noClasses()
                .that(CodeBase.module(module))
                .should()
                .dependOnClassesThat(describe(
                        "of modules that " + module + " may not use",
                        type -> CodeBase.EDGES.contains(CodeBase.top(type))
                                && !CodeBase.top(type).equals(module)
                                && !others.contains(CodeBase.top(type))))
                .check(CodeBase.CLASSES));
    }

    /** Which person gets what, which right is licensed, which step is needed: the use cases answer that, for any front end. */
    @Test
    void the_command_line_judges_nothing() {
        Set<String> judges = Set.of(
                "io.calque.assign.Assigner",
                "io.calque.audit.Auditor",
                "io.calque.apply.Applier",
                "io.calque.explain.Assessments",
                "io.calque.explain.Minimiser",
                "io.calque.explain.SimplerWorkspace",
                "io.calque.meeting.Simulation",
                "io.calque.people.Resolver",
                "io.calque.plan.GrantPlanner",
                "io.calque.plan.Planner",
                "io.calque.plan.UndoPlanner",
                "io.calque.policy.Gates",
                "io.calque.scenario.PolicyTests");
        assertThat(CodeBase.CLASSES.stream().map(JavaClass::getName)).containsAll(judges);
        noClasses()
                .that(CodeBase.module("cli"))
                .should()
                .dependOnClassesThat(describe(
                        "that judge",
                        type -> judges.contains(type.getName())
                                || CodeBase.top(type).equals("lint")))
                .check(CodeBase.CLASSES);
        noClasses()
                .that(CodeBase.module("cli"))
                .should()
                .dependOnClassesThat(describe(
                        "of the store but its lock, its pool and its list of runs",
                        type -> CodeBase.top(type).equals("store")
                                && !Set.of("WorkspaceLock", "Holder", "FileJournal", "PoolFolder")
                                        .contains(type.getSimpleName())))
                .check(CodeBase.CLASSES);
    }

    @Test
    void libraries_stay_behind_their_fences() {
        Map.of(
                        "com.unboundid..", "directory",
                        "picocli..", "cli",
                        "java.sql..", "store",
                        "org.dhatim..", "report",
                        "org.openpdf..", "report")
                .forEach((library, module) -> noClasses()
                        .that(not(CodeBase.module(module)))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(library))
                        .check(CodeBase.CLASSES));
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."))
                .because("there is one Jackson")
                .check(CodeBase.CLASSES);
    }
}

package io.calque.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import io.calque.cli.Main;
import io.calque.cli.terminal.WorkspaceContext;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Effects stay at the edges. */
@Tag("architecture")
class PurityTest {
    private static final Set<String> CLOCKS =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

    @Test
    void core_touches_no_network_database_or_file() {
        noClasses()
                .that(CodeBase.CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.net..",
                        "java.net.http..",
                        "java.sql..",
                        "javax.sql..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.lang.foreign.."))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(
                        java.io.File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        FileReader.class,
                        FileWriter.class,
                        RandomAccessFile.class,
                        Process.class,
                        ProcessBuilder.class,
                        Runtime.class))
                .check(CodeBase.CLASSES);
    }

    @Test
    void core_reads_no_clock_and_throws_no_dice_of_its_own() {
        noClasses()
                .that(CodeBase.CORE)
                .should()
                .accessTargetWhere(calls(
                        "a clock",
                        target -> CLOCKS.contains(target.getName())
                                && (target.getOwner().getPackageName().startsWith("java.time")
                                        || target.getOwner().isEquivalentTo(System.class))))
                .orShould()
                .accessTargetWhere(calls(
                        "a source of chance",
                        target -> target.getName().equals("randomUUID")
                                || (target.getOwner().isEquivalentTo(Math.class)
                                        && target.getName().equals("random"))))
                .orShould()
                .dependOnClassesThat(
                        belongToAnyOf(Random.class, ThreadLocalRandom.class, java.security.SecureRandom.class))
                .check(CodeBase.CLASSES);
    }

    @Test
    void core_starts_no_threads() {
        noClasses()
                .that(CodeBase.CORE)
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        Thread.class,
                        Executor.class,
                        ExecutorService.class,
                        CompletableFuture.class,
                        ForkJoinPool.class))
                .check(CodeBase.CLASSES);
    }

    @Test
    void the_use_cases_take_clock_zone_environment_and_threads_from_their_context() {
        noClasses()
                .that(CodeBase.module("engine"))
                .should()
                .accessTargetWhere(calls(
                        "a clock, a setting of the machine, or its own thread or pool",
                        target -> (CLOCKS.contains(target.getName())
                                        && (target.getOwner().getPackageName().startsWith("java.time")
                                                || target.getOwner().isEquivalentTo(System.class)))
                                || (target.getOwner().isEquivalentTo(System.class)
                                        && Set.of("getProperty", "getProperties", "getenv", "console")
                                                .contains(target.getName()))
                                || target.getName().equals("systemDefault")
                                || (target.getOwner().isEquivalentTo(Thread.class)
                                        && Set.of("start", "ofPlatform", "ofVirtual")
                                                .contains(target.getName()))
                                || target.getName().equals("commonPool")
                                || target.getOwner().isEquivalentTo(Executors.class)))
                .check(CodeBase.CLASSES);
    }

    @Test
    void the_use_cases_keep_nothing_in_static_fields() {
        noFields()
                .that()
                .areDeclaredInClassesThat(CodeBase.module("engine"))
                .and()
                .areStatic()
                .should()
                .notBeFinal()
                .check(CodeBase.CLASSES);
    }

    @Test
    void core_reads_no_setting_of_the_machine() {
        noClasses()
                .that(CodeBase.CORE)
                .should()
                .accessTargetWhere(calls(
                        "a system property or environment variable",
                        target -> target.getOwner().isEquivalentTo(System.class)
                                && Set.of("getProperty", "getProperties", "getenv", "lineSeparator")
                                        .contains(target.getName())))
                .orShould()
                .accessTargetWhere(calls(
                        "the machine's locale or zone",
                        target -> (target.getOwner().isEquivalentTo(java.util.Locale.class)
                                        && target.getName().equals("getDefault"))
                                || (target.getOwner().isEquivalentTo(java.time.ZoneId.class)
                                        && target.getName().equals("systemDefault"))))
                .check(CodeBase.CLASSES);
    }

    @Test
    void only_the_command_line_has_standard_streams() {
        noClasses()
                .that(not(CodeBase.module("cli")))
                .should()
                .accessTargetWhere(calls(
                        "standard streams",
                        target -> target.getOwner().isEquivalentTo(System.class)
                                && Set.of("in", "out", "err").contains(target.getName())))
                .orShould()
                .accessTargetWhere(calls(
                        "printStackTrace()",
                        target -> target.getName().equals("printStackTrace")
                                && target instanceof AccessTarget.MethodCallTarget method
                                && method.getRawParameterTypes().isEmpty()))
                .check(CodeBase.CLASSES);
    }

    @Test
    void only_main_ends_the_process() {
        noClasses()
                .that(describe(
                        "other than Main, and the simulated pool's simulated death",
                        type -> !type.isEquivalentTo(Main.class) && !type.isEquivalentTo(WorkspaceContext.class)))
                .should()
                .accessTargetWhere(calls(
                        "exit or halt",
                        target -> Set.of("exit", "halt").contains(target.getName())
                                && (target.getOwner().isEquivalentTo(System.class)
                                        || target.getOwner().isEquivalentTo(Runtime.class))))
                .check(CodeBase.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(
            String what, java.util.function.Predicate<AccessTarget> target) {
        return describe(what, access -> target.test(access.getTarget()));
    }
}

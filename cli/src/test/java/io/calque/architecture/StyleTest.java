package io.calque.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names, sizes and contracts. */
@Tag("architecture")
class StyleTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;
    private static final int MEDIAN_FILE = 120;
    private static final int LARGEST_PACKAGE = 30;
    /** Packages that are still to be split. */
    private static final Set<String> WIDE = Set.of("plan", "meeting");

    @Test
    void names_say_what_a_type_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$]Abstract[A-Z][^.$]*")
                .check(CodeBase.CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..impl..")
                .check(CodeBase.CLASSES);
    }

    @Test
    void nothing_declares_to_throw_just_anything() {
        noMethods().should().declareThrowableOfType(Exception.class).check(CodeBase.CLASSES);
        noMethods().should().declareThrowableOfType(Throwable.class).check(CodeBase.CLASSES);
        noConstructors().should().declareThrowableOfType(Exception.class).check(CodeBase.CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(CodeBase.CLASSES.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(12)
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void every_package_says_in_a_sentence_what_it_is_for() {
        List<Path> folders = Checkout.sources("src/main/java").stream()
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(folders).hasSizeGreaterThan(12).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Checkout.read(info)).startsWith("/**").contains("@NullMarked");
        });
    }

    @Test
    void no_file_is_over_400_lines_and_half_are_under_120() {
        List<Path> all = Checkout.sources("src/main/java", "src/test/java");
        assertThat(all)
                .hasSizeGreaterThan(80)
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE));
        List<Long> sizes = Checkout.sources("src/main/java").stream()
                .map(StyleTest::lines)
                .sorted()
                .toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThan(MEDIAN_FILE);
    }

    @Test
    void no_package_has_over_30_files_of_main_sources() {
        Map<Path, Long> files = Checkout.sources("src/main/java").stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).hasSizeGreaterThan(40);
        assertThat(files.entrySet().stream()
                        .filter(entry ->
                                !WIDE.contains(entry.getKey().getFileName().toString()))
                        .filter(entry -> entry.getValue() > LARGEST_PACKAGE))
                .isEmpty();
    }

    @Test
    void no_method_is_over_60_lines() {
        List<SourceMethods.Method> methods = SourceMethods.of(Checkout.sources("src/main/java", "src/test/java"));
        assertThat(methods).hasSizeGreaterThan(300);
        assertThat(methods.stream().filter(m -> m.lines() > LONGEST_METHOD).map(SourceMethods.Method::toString))
                .isEmpty();
    }

    @Test
    void test_classes_lie_where_they_are_run() {
        assertThat(Checkout.sources("src/test/java").stream()
                        .filter(file -> Checkout.read(file).contains("@Test")
                                || Checkout.read(file).contains("@Property"))
                        .filter(file -> !file.getFileName().toString().matches(".*(Test|Properties)\\.java"))
                        .map(Path::toString)
                        .collect(Collectors.toList()))
                .as("files with tests whose names surefire does not take")
                .isEmpty();
    }

    private static long lines(Path file) {
        return Checkout.read(file).lines().count();
    }

    static {
        assertThat(Files.exists(Checkout.ROOT.resolve("pom.xml")))
                .as("tests run in a module's folder")
                .isTrue();
    }
}

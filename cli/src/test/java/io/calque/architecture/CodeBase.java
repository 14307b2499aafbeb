package io.calque.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;

/** The shipped classes of all modules, read once. */
final class CodeBase {
    /** Modules beside core and the package that each owns. */
    static final List<String> EDGES =
            List.of("security", "report", "directory", "remoting", "lync", "store", "engine", "cli");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/calque/testing/"))
            .importPackages("io.calque");

    static final DescribedPredicate<JavaClass> CORE = DescribedPredicate.describe(
            "classes of core", type -> type.getPackageName().startsWith("io.calque.") && !EDGES.contains(top(type)));

    private static final Pattern ORDER_LINE = Pattern.compile("(?m)^\\d+\\. `([a-z]+)`");

    private CodeBase() {}

    /** The first package below {@code io.calque}. */
    static String top(JavaClass type) {
        return type.getPackageName().replaceFirst("^io\\.calque\\.?", "").replaceFirst("\\..*", "");
    }

    /** Classes of one module. */
    static DescribedPredicate<JavaClass> module(String name) {
        return DescribedPredicate.describe(
                "classes of " + name, type -> top(type).equals(name));
    }

    /** The order of core's packages, as docs/architecture.md numbers them; this is the one place where it is written. */
    static List<String> order() {
        return ORDER_LINE
                .matcher(Checkout.read(Checkout.ROOT.resolve("docs/architecture.md")))
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}

package io.calque.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue against the tables that it was made from, row by row, where those are at hand. */
@Tag("integration")
@Tag("facts")
class CatalogueFactsTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static final Map<String, ProductVersion> COLUMNS = Map.of(
            "Lync2010", ProductVersion.LYNC_2010,
            "Lync2013", ProductVersion.LYNC_2013,
            "SfB2015", ProductVersion.SFB_2015,
            "SfB2019", ProductVersion.SFB_2019,
            "SfBSE", ProductVersion.SFB_SE);

    /** Set-CsUser parameters that address an account or plumb the cmdlet; they decide no right. */
    private static final Set<String> NOT_OF_LICENCES = Set.of("SipAddress");

    @ParameterizedTest
    @CsvSource({"conferencing, conferencing-policy.tsv", "voice, voice-policy.tsv"})
    void every_row_of_the_facts_is_a_setting_of_the_same_kind(String id, String file) throws IOException {
        PolicyType type = PolicyType.of(id).orElseThrow();
        List<Map<String, String>> rows = facts(file);

        assertThat(CATALOGUE.settings(type))
                .extracting(Setting::name)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("setting")).toList());
        for (Map<String, String> row : rows) {
            Setting setting =
                    CATALOGUE.setting(type, row.getOrDefault("setting", "")).orElseThrow();
            assertThat(kind(setting.shape())).as(setting.name()).isIn(kinds(row));
            assertThat(setting.versions()).as(setting.name()).isEqualTo(versions(row));
            assertThat(setting.defaultValue().map(Value::print).orElse(""))
                    .as(setting.name())
                    .isEqualTo(standard(setting, row));
        }
    }

    @Test
    void every_account_setting_that_a_licence_covers_is_there() throws IOException {
        List<String> expected = facts("user-settings.tsv").stream()
                .filter(row -> row.getOrDefault("cmdlet", "").contains("Set-CsUser"))
                .filter(row -> row.getOrDefault("cal_tier", "").matches("(standard|plus).*"))
                .map(row -> row.get("parameter"))
                .filter(name -> !NOT_OF_LICENCES.contains(name))
                .toList();

        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(CATALOGUE.account()).extracting(Setting::name).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String kind(SettingType shape) {
        return switch (shape) {
            case SettingType.Flags _ -> "boolean";
            case SettingType.Wholes _ -> "whole";
            case SettingType.Choice _ -> "enum";
            case SettingType.FreeText _ -> "string";
            case SettingType.FreeTexts _ -> "list(string)";
        };
    }

    /** A choice of which only one word is documented is kept as text. */
    private static List<String> kinds(Map<String, String> row) {
        String type = row.getOrDefault("type", "");
        if (type.equals("uint32") || type.equals("int64")) {
            return List.of("whole");
        }
        return row.getOrDefault("allowed", "").contains("not spelled out") ? List.of("string") : List.of(type);
    }

    private static Set<ProductVersion> versions(Map<String, String> row) {
        return COLUMNS.entrySet().stream()
                .filter(column -> row.getOrDefault(column.getKey(), "").startsWith("yes"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** The facts' default, but for the two that the catalogue decides and says so in its column {@code disputed}. */
    private static String standard(Setting setting, Map<String, String> row) {
        String fact = row.getOrDefault("default", "");
        if (setting.name().equals("AllowOfficeContent")) {
            assertThat(setting.disputed()).contains("presumed");
            return "True";
        }
        if (setting.name().equals("Name")) {
            assertThat(setting.disputed()).contains("DefaultPolicy");
            return "";
        }
        return fact.equals("not documented") || fact.equals("(empty)") ? "" : fact;
    }

    private static List<Map<String, String>> facts(String file) throws IOException {
        String folder = System.getenv("CALQUE_FACTS");
        Assumptions.assumeTrue(
                folder != null && !folder.isEmpty(),
                "the tables of facts are not at hand; CALQUE_FACTS names their folder");
        Path path = Path.of(Objects.requireNonNull(folder), file);
        List<String> lines = Files.readAllLines(path);
        String[] header = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .map(cells -> IntStream.range(0, header.length)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> header[i], cells::get, (a, _) -> a, LinkedHashMap<String, String>::new)))
                .<Map<String, String>>map(row -> row)
                .toList();
    }
}

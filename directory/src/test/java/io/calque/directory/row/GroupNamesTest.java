package io.calque.directory.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.people.RequiredFact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupNamesTest {
    private static final List<Entry> GROUPS = List.of(
            group("CN=CAL-Enterprise,OU=Groups,DC=contoso,DC=com", "CAL-Enterprise"),
            group("CN=Sales,OU=Oslo,DC=contoso,DC=com", "sales-oslo"),
            group("CN=Sales,OU=Paris,DC=contoso,DC=com", "sales-paris"));

    private static Entry group(String dn, String sam) {
        Entry group = new Entry(dn);
        group.addAttribute("sAMAccountName", sam);
        group.addAttribute("cn", dn.substring(3, dn.indexOf(',')));
        return group;
    }

    /** What is told of names, the first written in line 1, the next in line 2. */
    private static List<Finding> told(String... names) {
        List<RequiredFact> asked = IntStream.range(0, names.length)
                .mapToObj(
                        i -> new RequiredFact(RequiredFact.Kind.GROUP, names[i], Place.line("assignments.yaml", i + 1)))
                .toList();
        List<Finding> findings = new ArrayList<>();
        new GroupNames("CONTOSO", asked, "the directory", "that it is there")
                .match(GROUPS, List.of(), _ -> GROUPS, findings::add);
        return findings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAL-Enterprize | Did you mean CAL-Enterprise?",
                "contoso\\CAL-Enterprize | Did you mean CONTOSO\\CAL-Enterprise?",
                "FABRIKAM\\CAL-Enterprise | Did you mean CONTOSO\\CAL-Enterprise?",
                "Sales-Pari | Did you mean sales-paris?",
                "CN=CAL-Enterprise,DC=contoso,DC=com | Did you mean CN=CAL-Enterprise,OU=Groups,DC=contoso,DC=com?",
                "Catering | Check the name, and that it is there; the rule counts no members",
                "CN=Catering,OU=Groups,DC=contoso,DC=com | Check the name, and that it is there; the rule counts no members",
            })
    void a_name_that_means_no_group_is_told_with_what_it_probably_meant(String name, String help) {
        assertThat(told(name))
                .containsExactly(Finding.of(Code.GROUP_NOT_FOUND, "there is no group " + name + " in the directory")
                        .help(help)
                        .at(Place.line("assignments.yaml", 1)));
    }

    @Test
    void a_name_that_means_none_or_several_is_told_wherever_it_is_written() {
        assertThat(told("Nobody", "Sales", "Nobody", "Sales"))
                .extracting(finding -> finding.place() + " " + finding.code())
                .containsExactlyInAnyOrder(
                        "assignments.yaml:1 GROUP_NOT_FOUND",
                        "assignments.yaml:2 GROUP_AMBIGUOUS",
                        "assignments.yaml:3 GROUP_NOT_FOUND",
                        "assignments.yaml:4 GROUP_AMBIGUOUS");
    }

    @Test
    void near_misses_are_sought_only_where_a_name_means_none() {
        List<RequiredFact> known = List.of(new RequiredFact(RequiredFact.Kind.GROUP, "CAL-Enterprise", null));

        assertThat(new GroupNames(null, known, "the directory", "")
                        .match(
                                GROUPS,
                                List.of(),
                                _ -> {
                                    throw new AssertionError("sought");
                                },
                                _ -> {}))
                .containsOnlyKeys("CAL-Enterprise");
    }
}

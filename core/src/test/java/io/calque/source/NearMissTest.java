package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final List<String> SETTINGS =
            List.of("AllowIPAudio", "AllowIPVideo", "MaxMeetingSize", "AllowPolls");

    @Test
    void a_letter_wrong_missing_or_swapped_is_near() {
        assertThat(NearMiss.of("AllowIPAudo", SETTINGS)).contains("AllowIPAudio");
        assertThat(NearMiss.of("allowpolsl", SETTINGS)).contains("AllowPolls");
        assertThat(NearMiss.of("MaxMetingSize", SETTINGS)).contains("MaxMeetingSize");
        assertThat(NearMiss.of("plsu", List.of("standard", "plus"))).contains("plus");
    }

    @Test
    void another_word_altogether_is_not() {
        assertThat(NearMiss.of("Colour", SETTINGS)).isEmpty();
        assertThat(NearMiss.of("", SETTINGS)).isEmpty();
    }

    @Test
    void help_names_the_near_miss_else_the_few_that_are_known() {
        assertThat(NearMiss.help("AllowPoll", SETTINGS)).isEqualTo("Did you mean AllowPolls?");
        assertThat(NearMiss.help("gold", List.of("standard", "plus"))).isEqualTo("Known here: standard, plus");
        assertThat(NearMiss.help("gold", List.of())).isNull();
    }

    @Property(tries = 200)
    void any_word_is_its_own_nearest(@ForAll String word, @ForAll @Size(max = 5) List<String> others) {
        List<String> candidates = new java.util.ArrayList<>(others);
        candidates.add(word);

        assertThat(NearMiss.of(word, candidates))
                .hasValueSatisfying(near -> assertThat(near).isEqualToIgnoringCase(word));
    }
}

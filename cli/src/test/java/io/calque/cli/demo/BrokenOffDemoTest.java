package io.calque.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenOffDemoTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_demo_that_broke_off_before_it_wrote_anything_has_changed_nothing() {
        Mark.leave(folder, List.of());

        assertThat(Mark.isOn(folder)).isTrue();
        assertThat(Mark.changed(folder)).isEmpty();
    }

    @Test
    void a_file_that_somebody_changed_is_named() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "SamAccountName\n");
        Mark.leave(folder, List.of("people.csv"));
        Files.writeString(folder.resolve("people.csv"), "SamAccountName\nann\n");

        assertThat(Mark.changed(folder)).containsExactly("people.csv");
    }
}

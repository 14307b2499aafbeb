package io.calque.security.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void hasPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void what_holds_names_is_for_its_owner_alone_even_where_it_was_open_before() throws IOException {
        Path file = Files.writeString(folder.resolve("pool.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SafeFile.write(file, Access.OWNER, out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void other_files_are_as_readable_as_any_that_is_made_here() throws IOException {
        Path any = Files.writeString(folder.resolve("any"), "");
        SafeFile.writeText(folder.resolve("report.html"), "text");
        assertThat(permissions(folder.resolve("report.html"))).isEqualTo(permissions(any));
    }

    @Test
    void a_file_that_is_replaced_keeps_its_permissions() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SafeFile.writeText(file, "new");
        assertThat(permissions(file)).isEqualTo("rw-r-----");
    }

    @Test
    void a_write_that_fails_leaves_the_old_content_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("a [1].plan"), "old");
        assertThatThrownBy(() -> SafeFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("full");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a [1].plan");
    }

    @Test
    void what_a_killed_writer_left_is_removed_at_the_next_write_and_at_the_next_start() throws IOException {
        Files.writeString(folder.resolve(".people.csv.0123456789abcdef.new"), "half");
        SafeFile.writeText(folder.resolve("people.csv"), "whole");
        assertThat(names()).containsExactly("people.csv");
        Files.writeString(folder.resolve(".pool.json.0123456789abcdef.new"), "half");
        Files.writeString(folder.resolve("my.new"), "not ours");
        FileDraft.sweep(folder);
        assertThat(names()).containsExactly("my.new", "people.csv");
    }

    @Test
    void what_a_living_writer_writes_is_left_alone() throws IOException {
        try (FileDraft draft = FileDraft.of(folder.resolve("people.csv"), Access.OWNER)) {
            FileDraft.sweep(folder);
            SafeFile.writeText(folder.resolve("people.csv"), "first");
            draft.channel().write(StandardCharsets.UTF_8.encode("second"));
            draft.commit();
        }
        assertThat(folder.resolve("people.csv")).hasContent("second");
        assertThat(names()).containsExactly("people.csv");
    }
}

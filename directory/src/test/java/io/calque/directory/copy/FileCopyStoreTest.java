package io.calque.directory.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.directory.copy.CopyStore.Draft;
import io.calque.directory.copy.CopyStore.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCopyStoreTest {
    @TempDir
    Path folder;

    @Test
    void a_part_is_replaced_as_a_whole_or_not_at_all() throws IOException {
        FileCopyStore store = new FileCopyStore(folder.resolve("people"));
        assertThat(store.open(Part.BASE)).isEmpty();
        write(store, "one", true);
        write(store, "half", false);
        assertThat(read(store)).isEqualTo("one");
        write(store, "two", true);
        assertThat(read(store)).isEqualTo("two");
        try (Stream<Path> files = Files.list(folder.resolve("people"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("people.base");
        }
    }

    @Test
    void its_end_is_read_by_itself() throws IOException {
        FileCopyStore store = new FileCopyStore(folder);
        assertThat(store.openEnd(Part.BASE, 2)).isEmpty();
        write(store, "whole", true);
        assertThat(end(store, 2)).isEqualTo("le");
        assertThat(end(store, 9)).isEqualTo("whole");
    }

    private static String end(CopyStore store, long bytes) throws IOException {
        try (InputStream in = store.openEnd(Part.BASE, bytes).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void only_the_owner_may_read_it() throws IOException {
        FileCopyStore store = new FileCopyStore(folder);
        write(store, "names", true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("people.base"))))
                .isEqualTo("rw-------");
    }

    private static void write(CopyStore store, String text, boolean commit) throws IOException {
        try (Draft draft = store.replace(Part.BASE)) {
            draft.out().write(text.getBytes(StandardCharsets.UTF_8));
            if (commit) {
                draft.commit();
            }
        }
    }

    private static String read(CopyStore store) throws IOException {
        try (InputStream in = store.open(Part.BASE).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

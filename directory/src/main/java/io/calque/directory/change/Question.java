package io.calque.directory.change;

import io.calque.directory.read.Scope;
import io.calque.directory.row.Layout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of a directory.
 *
 * @param scope whom to read
 * @param layout which attributes
 * @param groups which groups, as rules write them
 */
public record Question(Scope scope, Layout layout, Set<String> groups) {
    public Question {
        groups = Set.copyOf(groups);
    }

    /** The same for the same question: a copy of another question can't answer this one. */
    String fingerprint() {
        String text = String.join(
                "\n",
                List.of(
                        String.valueOf(scope.base()),
                        scope.people().toString(),
                        layout.attributes().toString(),
                        new TreeSet<>(groups).toString()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

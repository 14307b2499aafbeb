package io.calque.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Makes the lines of a journal. Each ends with the SHA-256 of all its bytes before that, among them the hash of the line before it;
 * so no line can be changed, taken out or put in without breaking the chain there. Not thread-safe.
 */
public final class Chain {
    /** What stands in the place of a former hash in the first line. */
    static final String BEGINNING = "0".repeat(64);

    /** The bytes from the hash to the end of a line, without line end. */
    static final int TAIL = tail(BEGINNING).length();

    private long number;
    private String hash;

    /** A chain that goes on behind a line; 0 and zeros begin one. */
    Chain(long number, String hash) {
        this.number = number;
        this.hash = hash;
    }

    /** A new chain. */
    public static Chain begin() {
        return new Chain(0, BEGINNING);
    }

    /** The next line, with its line end; UTF-8. */
    public byte[] next(Instant at, Event event) {
        number++;
        String body = EntryJson.body(new Entry(number, at, event), hash);
        hash = hash(body.getBytes(StandardCharsets.UTF_8));
        return (body + tail(hash) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Where it ends now. */
    public Head head() {
        return new Head(number, hash);
    }

    /** The end of a line with a hash. */
    static String tail(String hash) {
        return ",\"hash\":\"" + hash + "\"}";
    }

    private static String hash(byte[] bytes) {
        return hash(bytes, bytes.length);
    }

    static String hash(byte[] bytes, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, 0, length);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

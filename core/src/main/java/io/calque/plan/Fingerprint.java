package io.calque.plan;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a plan assumes, as hashes: of its steps with what they find before, and of the server's policies, on which the meaning of
 * a grant depends.
 *
 * @param digest the hash of the steps as a plan file holds them
 */
record Fingerprint(String digest) {
    /** The fingerprint of steps. */
    static Fingerprint of(List<Step> steps) {
        MessageDigest hash = sha256();
        PlanWriter.steps(steps, new DigestOutputStream(OutputStream.nullOutputStream(), hash));
        return new Fingerprint(print(hash));
    }

    /**
     * The same together with the server's policies: the header's {@code fingerprint}. Only what differs from the product's default
     * counts, because some servers tell every setting and others only those that were set.
     */
    String with(PolicySet policies) {
        MessageDigest hash = sha256();
        feed(hash, digest);
        for (PolicyType type : PolicyType.values()) {
            for (Policy policy : policies.all(type)) {
                feed(hash, type.id() + " " + policy.identity().key());
                for (Setting setting : Catalogue.standard().settings(type)) {
                    if (policy.differs(setting)) {
                        feed(
                                hash,
                                setting.name() + "="
                                        + policy.value(setting)
                                                .map(Value::print)
                                                .orElse(""));
                    }
                }
            }
        }
        return print(hash);
    }

    /** The hash of some bytes, as headers print it. */
    static String hash(byte[] bytes) {
        MessageDigest hash = sha256();
        hash.update(bytes);
        return print(hash);
    }

    private static void feed(MessageDigest hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) '\n');
    }

    private static String print(MessageDigest hash) {
        return "sha256:" + HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

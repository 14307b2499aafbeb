package io.calque.plan;

import io.calque.policy.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Lines of a plan, one behind the other. Most steps have all but number and subject in common with others: that is written once by
 * {@link StepJson} and copied. Not thread-safe.
 */
final class JsonLineBuffer {
    private static final byte[] START = "{\"id\":".getBytes(StandardCharsets.US_ASCII);
    private static final String SUBJECT = ",\"subject\":\"";
    private static final int FRAMES = 64;

    private final @Nullable Frame[] frames = new @Nullable Frame[FRAMES];
    private final JsonGenerator json = PlanWriter.generator(new Tail());
    private byte[] bytes;
    private int length;

    /** The line of a step without number and subject. */
    private static final class Frame {
        private final Step.OfUser step;
        private final byte[] behindNumber;
        private final byte[] behindSubject;

        Frame(Step.OfUser step) {
            byte[] line = line(0, step.of(""));
            // One character a byte, so that positions in the text are positions in the line.
            int subject = new String(line, StandardCharsets.ISO_8859_1).indexOf(SUBJECT) + SUBJECT.length();
            this.step = step;
            this.behindNumber = Arrays.copyOfRange(line, START.length + 1, subject);
            this.behindSubject = Arrays.copyOfRange(line, subject, line.length);
        }
    }

    /** No line yet, and room for so many bytes, which grows. */
    JsonLineBuffer(int expected) {
        this.bytes = new byte[expected];
    }

    /** Adds the line of a step. */
    void add(long id, Step step) {
        int start = length;
        if (!(step instanceof Step.OfUser ofUser && putFramed(id, ofUser))) {
            length = start;
            StepJson.write(id, step, json);
            json.writeRaw('\n');
            json.flush();
        }
    }

    /** Puts a line of which all but number and subject may be known; false where it must be made anew. */
    private boolean putFramed(long id, Step.OfUser step) {
        int slot = slot(step);
        if (slot < 0) {
            return false;
        }
        Frame frame = frames[slot];
        if (frame == null || !alike(frame.step, step)) {
            frame = new Frame(step);
            frames[slot] = frame;
        }
        put(START);
        putPlain(Long.toString(id));
        put(frame.behindNumber);
        boolean plain = putPlain(step.subject());
        put(frame.behindSubject);
        return plain;
    }

    /** Forgets all lines, and keeps their room. */
    void clear() {
        length = 0;
    }

    /** Writes all lines. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void put(byte[] some) {
        put(some, 0, some.length);
    }

    private void put(byte[] some, int from, int count) {
        reserve(count);
        System.arraycopy(some, from, bytes, length, count);
        length += count;
    }

    /** What is written goes behind the lines there are. */
    private final class Tail extends OutputStream {
        @Override
        public void write(int one) {
            put(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] some, int from, int count) {
            put(some, from, count);
        }
    }

    /** Puts a text that stands in JSON as it is, a byte a character; false where it does not. */
    private boolean putPlain(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
            bytes[length + i] = (byte) c;
        }
        length += text.length();
        return true;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    private static byte[] line(long id, Step step) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = PlanWriter.generator(line)) {
            StepJson.write(id, step, json);
            json.writeRaw('\n');
        }
        return line.toByteArray();
    }

    /** Where the frame of a step would stand; negative for steps that have nothing to share. */
    private static int slot(Step.OfUser step) {
        return switch (step) {
            case Step.Grant grant -> slot(step, grant.after());
            case Step.Revoke revoke -> slot(step, revoke.before());
            case Step.EnableVoice _, Step.DisableVoice _ -> slot(step, null);
            case Step.SetLine _ -> -1;
        };
    }

    private static int slot(Step.OfUser step, Identity.@Nullable Tag policy) {
        int hash = step.because().hashCode() * 31
                + (policy == null ? 0 : policy.name().hashCode());
        return (hash ^ (hash >>> 16)) & (FRAMES - 1);
    }

    /** Whether two steps differ in nothing but the subject. Policies are compared as they are spelt, because lines show them so. */
    private static boolean alike(Step.OfUser one, Step.OfUser other) {
        if (!one.because().equals(other.because())) {
            return false;
        }
        return switch (one) {
            case Step.Grant a ->
                other instanceof Step.Grant b
                        && a.type() == b.type()
                        && Identity.Tag.areSpeltAlike(a.before(), b.before())
                        && Identity.Tag.areSpeltAlike(a.after(), b.after());
            case Step.Revoke a ->
                other instanceof Step.Revoke b
                        && a.type() == b.type()
                        && Identity.Tag.areSpeltAlike(a.before(), b.before());
            case Step.EnableVoice _ -> other instanceof Step.EnableVoice;
            case Step.DisableVoice _ -> other instanceof Step.DisableVoice;
            case Step.SetLine _ -> false;
        };
    }
}

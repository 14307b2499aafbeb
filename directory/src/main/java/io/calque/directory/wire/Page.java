package io.calque.directory.wire;

import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * The messages of one page as they came; entries, and references, which are passed over.
 *
 * @param bytes LDAP messages (RFC 4511, 4.1.1), one after the other
 * @param length how many of the bytes count
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Page(byte[] bytes, int length) {
    /** No message is larger; a person of 64 MiB is none. */
    static final int LARGEST = 1 << 26;

    static final int ENTRY = 0x64, DONE = 0x65, REFERENCE = 0x73, INTERMEDIATE = 0x79;

    /** The same entries, which an LDAP library took apart, as messages again. */
    public static Page of(List<SearchResultEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (SearchResultEntry entry : entries) {
            bytes.writeBytes(new LDAPMessage(1, new SearchResultEntryProtocolOp(entry))
                    .encode()
                    .encode());
        }
        return new Page(bytes.toByteArray(), bytes.size());
    }

    /**
     * The name of the first entry; empty where there is none.
     *
     * @throws MalformedAnswerException at a message that is none
     */
    public String first() {
        Ber ber = new Ber(bytes, 0, length);
        while (ber.position() < length) {
            int end = ber.open(Ber.SEQUENCE);
            ber.skip();
            if (ber.tag() == ENTRY) {
                ber.open();
                return ber.text();
            }
            ber.close(end);
        }
        return "";
    }

    /**
     * Steps into each entry: its name, then its list of attributes, are next.
     *
     * @throws MalformedAnswerException at the first message that is none; those before were told
     */
    public void entries(Consumer<Ber> entries) {
        Ber ber = new Ber(bytes, 0, length);
        while (ber.position() < length) {
            int end = ber.open(Ber.SEQUENCE);
            ber.skip();
            if (ber.tag() == ENTRY) {
                int last = ber.open();
                entries.accept(new Ber(bytes, ber.position(), last));
                ber.position(last);
            }
            ber.close(end);
        }
    }
}

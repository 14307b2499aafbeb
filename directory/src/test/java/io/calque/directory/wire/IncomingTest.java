package io.calque.directory.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IncomingTest {
    private static final int ID = 1 << 30;

    private static LDAPMessage entry(String dn, int id, int valueLength) {
        return new LDAPMessage(
                id, new SearchResultEntryProtocolOp(dn, List.of(new Attribute("a", "v".repeat(valueLength)))));
    }

    private static LDAPMessage done(int id) {
        return new LDAPMessage(id, new SearchResultDoneProtocolOp(0, null, null, null));
    }

    private static byte[] bytes(LDAPMessage... messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (LDAPMessage message : messages) {
            bytes.writeBytes(message.encode().encode());
        }
        return bytes.toByteArray();
    }

    /** Gives at most so many bytes at once, as networks do. */
    private static InputStream pieces(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(size, length));
            }
        };
    }

    private static List<String> names(Page page) {
        List<String> names = new ArrayList<>();
        page.entries(entry -> names.add(entry.text()));
        return names;
    }

    @Property(tries = 100)
    void answers_are_cut_where_they_end_however_they_arrive(
            @ForAll @Size(max = 6) List<@IntRange(max = 90_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 70_000) int piece)
            throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            sent.writeBytes(bytes(entry("CN=" + i, ID, lengths.get(i))));
            expected.add("CN=" + i);
        }
        sent.writeBytes(bytes(new LDAPMessage(ID, new SearchResultReferenceProtocolOp(List.of("ldap://x"))), done(ID)));
        sent.writeBytes(bytes(entry("CN=next", ID + 1, 3), done(ID + 1)));
        InputStream in = pieces(sent.toByteArray(), piece);
        Incoming incoming = new Incoming(missing -> {});
        Incoming.Answer first = incoming.next(in, ID);
        assertThat(names(first.page())).isEqualTo(expected);
        assertThat(first.done()).isEqualTo(bytes(done(ID)));
        assertThat(names(incoming.next(in, ID + 1).page())).containsExactly("CN=next");
    }

    @Property(tries = 100)
    void a_page_is_good_while_the_next_one_comes(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 200_000) Integer> lengths) throws IOException {
        Incoming incoming = new Incoming(missing -> {});
        Page before = null;
        for (int i = 0; i < lengths.size(); i++) {
            byte[] answer = bytes(entry("CN=" + i, ID, lengths.get(i)), done(ID));
            Page page = incoming.next(new ByteArrayInputStream(answer), ID).page();
            assertThat(before == null ? List.of() : names(before))
                    .isEqualTo(before == null ? List.of() : List.of("CN=" + (i - 1)));
            before = page;
        }
    }

    @Test
    void an_answer_that_breaks_off_is_no_answer() {
        byte[] all = bytes(entry("CN=a", ID, 300), entry("CN=b", ID, 300));
        for (int length = 0; length <= all.length; length++) {
            InputStream in = new ByteArrayInputStream(all, 0, length);
            assertThatThrownBy(() -> new Incoming(missing -> {}).next(in, ID)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void what_is_still_to_come_is_told_by_the_answer_before_and_is_nothing_at_the_end() throws IOException {
        byte[] answer = bytes(entry("CN=a", ID, 100), done(ID));
        List<Integer> told = new ArrayList<>();
        Incoming incoming = new Incoming(told::add);
        int half = answer.length / 2;
        incoming.next(pieces(answer, answer.length), ID);
        assertThat(told).containsExactly(0, 0);
        told.clear();
        incoming.next(pieces(answer, half), ID);
        assertThat(told).startsWith(answer.length, answer.length - half).endsWith(0);
        told.clear();
        assertThatThrownBy(() -> incoming.next(pieces(answer, half), ID + 1))
                .isInstanceOf(MalformedAnswerException.class);
        assertThat(told).endsWith(0);
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        InputStream in = new ByteArrayInputStream(bytes(entry("CN=a", ID - 1, 3), done(ID)));
        assertThatThrownBy(() -> new Incoming(missing -> {}).next(in, ID)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void a_notice_of_disconnection_ends_the_read() {
        LDAPMessage notice = new LDAPMessage(
                0, new ExtendedResponseProtocolOp(52, null, "going down", null, "1.3.6.1.4.1.1466.20036", null));
        InputStream in = new ByteArrayInputStream(bytes(entry("CN=a", ID, 3), notice));
        assertThatThrownBy(() -> new Incoming(missing -> {}).next(in, ID)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void an_answer_without_an_end_is_refused() {
        byte[] entry = bytes(entry("CN=a", ID, 300));
        InputStream endless = new SequenceInputStream(Collections.enumeration(Collections.nCopies(100, entry).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
        assertThatThrownBy(() -> new Incoming(_ -> {}, 50 * entry.length).next(endless, ID))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessage("an answer has more than " + 50 * entry.length + " bytes");
    }

    @Test
    void an_entry_that_reaches_into_the_next_message_is_refused() {
        byte[] all = bytes(entry("CN=a", ID, 3), entry("CN=b", ID, 3));
        all[9]++;
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> new Page(all, all.length).entries(entry -> told.add(entry.text())))
                .isInstanceOf(MalformedAnswerException.class);
        assertThat(told).containsExactly("CN=a");
    }

    @Property(tries = 500)
    void any_bytes_are_refused_or_waited_for(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> new Incoming(missing -> {}).next(new ByteArrayInputStream(bytes), ID))
                .isInstanceOfAny(MalformedAnswerException.class, EOFException.class);
    }
}

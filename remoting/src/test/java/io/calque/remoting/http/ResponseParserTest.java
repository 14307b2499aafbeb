package io.calque.remoting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResponseParserTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), 2_048, 10_000);

    private static Response parse(byte[] bytes) throws IOException {
        return new ResponseParser(new ByteArrayInputStream(bytes), LIMITS).read();
    }

    private static Response parse(String text) throws IOException {
        return parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Example
    void chunks_are_put_together_and_trailers_dropped() throws IOException {
        var response = parse(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nwiki\r\n5\r\npedia\r\n0\r\nT: 1\r\n\r\n");
        assertThat(response.text()).isEqualTo("wikipedia");
        assertThat(response.keepsConnection()).isTrue();
    }

    @Example
    void interim_answers_are_skipped() throws IOException {
        assertThat(parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n").status())
                .isEqualTo(204);
        assertThatThrownBy(() -> parse("HTTP/1.1 102 P\r\n\r\n".repeat(20))).hasMessageContaining("without end");
    }

    @Example
    void a_body_without_length_ends_with_the_connection() throws IOException {
        var response = parse("HTTP/1.1 200 OK\r\n\r\nall of it");
        assertThat(response.text()).isEqualTo("all of it");
        assertThat(response.keepsConnection()).isFalse();
    }

    @Example
    void answers_on_which_two_readers_could_disagree_are_refused() {
        for (var head : List.of(
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Content-Length: -1",
                "Content-Length: +1",
                "Content-Length: 0x1",
                "Content-Length: 99999999999999999999",
                "No colon",
                " folded: line",
                "Content-Encoding: gzip\r\nContent-Length: 1")) {
            assertThatThrownBy(() -> parse("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\na"))
                    .as(head)
                    .isInstanceOf(ResponseParser.Refused.class);
        }
        assertThatThrownBy(() -> parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"))
                .isInstanceOf(ResponseParser.Refused.class);
        assertThatThrownBy(() -> parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffff\r\n"))
                .isInstanceOf(ResponseParser.Refused.class);
    }

    @Property(tries = 300)
    void a_body_is_the_same_however_it_is_chunked(@ForAll("bodies") byte[] body, @ForAll("sizes") List<Integer> sizes)
            throws IOException {
        var wire = new java.io.ByteArrayOutputStream();
        wire.writeBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        int at = 0;
        for (int i = 0; at < body.length; i++) {
            var n = Math.min(sizes.get(i % sizes.size()), body.length - at);
            wire.writeBytes((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            wire.write(body, at, n);
            wire.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            at += n;
        }
        wire.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(parse(wire.toByteArray()).body()).isEqualTo(body);
        var cut = Arrays.copyOf(wire.toByteArray(), wire.size() - 1);
        assertThatThrownBy(() -> parse(cut)).isInstanceOf(EOFException.class);
    }

    @Property(tries = 3_000)
    void any_bytes_are_an_answer_or_refused_and_never_more_than_allowed(@ForAll("hostile") byte[] bytes) {
        try {
            var response = parse(bytes);
            assertThat(response.body().length).isLessThanOrEqualTo(LIMITS.bodyBytes());
            assertThat(response.status()).isBetween(200, 599);
        } catch (ResponseParser.Refused | EOFException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(3_000);
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 700).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<byte[]> hostile() {
        var pieces = Arbitraries.of(
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.0 500 X\n",
                "HTTP/1.1 100 C\r\n\r\n",
                "\r\n",
                "\r\n\r\n",
                "Content-Length: ",
                "5\r\n",
                "65536\r\n",
                "Transfer-Encoding: chunked\r\n",
                "ffffffff\r\n",
                "0\r\n",
                "a:b\r\n",
                "Connection: close\r\n",
                "\0",
                "\u00e9",
                "x".repeat(3_000),
                ":",
                "1;q\r\nz\r\n");
        var text = pieces.list().ofMaxSize(14).map(parts -> String.join("", parts));
        var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
        return Combinators.combine(text, noise).as((a, b) -> {
            var head = a.getBytes(StandardCharsets.ISO_8859_1);
            var all = Arrays.copyOf(head, head.length + b.length);
            System.arraycopy(b, 0, all, head.length, b.length);
            return all;
        });
    }
}

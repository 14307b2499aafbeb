package io.calque.remoting.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one HTTP/1.1 answer (RFC 9112). Strict where leniency would let two readers disagree on where a message ends (both
 * lengths given, unequal lengths, bad chunk sizes, folded lines); every size is capped before memory is taken for it.
 */
final class ResponseParser {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: .*)?");
    private static final int MOST_INTERIM = 8;

    private final InputStream in;
    private final Limits limits;
    private int headerLeft;

    ResponseParser(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.headerLeft = limits.headerBytes();
    }

    /**
     * Reads an answer to a POST.
     *
     * @throws EOFException when the connection ends before the answer does
     * @throws Refused when it is not an answer, or is too large
     */
    Response read() throws IOException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            var line = line();
            var status = STATUS.matcher(line);
            if (!status.matches()) {
                throw Refused.malformed("the answer does not begin as HTTP does");
            }
            var code = Integer.parseInt(status.group(2));
            var headers = headers();
            if (code >= 200) {
                return complete(status.group(1).equals("1"), code, headers);
            }
        }
        throw Refused.malformed("the server sent interim answers without end");
    }

    private Response complete(boolean http11, int code, Headers headers) throws IOException {
        var lengths = headers.all("Content-Length").stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .distinct()
                .toList();
        var codings = headers.all("Transfer-Encoding");
        if (lengths.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())) {
            throw Refused.malformed("the answer gives its length in two ways");
        }
        byte[] body;
        var delimited = true;
        if (code == 204 || code == 304) {
            body = new byte[0];
        } else if (!codings.isEmpty()) {
            if (codings.size() != 1 || !codings.getFirst().strip().equalsIgnoreCase("chunked")) {
                throw Refused.malformed(
                        "the answer is encoded as '" + String.join(", ", codings) + "', only 'chunked' is known");
            }
            body = chunks();
        } else if (!lengths.isEmpty()) {
            body = exactly(size(lengths.getFirst(), 10, "Content-Length"), limits.bodyBytes());
        } else {
            body = untilTheEnd();
            delimited = false;
        }
        for (var coding : headers.all("Content-Encoding")) {
            if (!coding.strip().equalsIgnoreCase("identity")) {
                throw Refused.malformed("the answer is compressed ('" + coding.strip() + "'), which was declined");
            }
        }
        var keeps = delimited
                && !headers.lists("Connection", "close")
                && (http11 || headers.lists("Connection", "keep-alive"));
        return new Response(code, headers, body, keeps);
    }

    private Headers headers() throws IOException {
        var fields = new ArrayList<Headers.Field>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw Refused.malformed("a header line has no name");
            }
            try {
                fields.add(new Headers.Field(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            } catch (IllegalArgumentException e) {
                throw Refused.malformed("a header line is damaged");
            }
        }
        return new Headers(fields);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            headerLeft = limits.headerBytes(); // each chunk line has its own allowance; the body has its cap
            var line = line();
            var semicolon = line.indexOf(';');
            var size = size((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16, "chunk size");
            if (size == 0) {
                headers(); // trailers: read and dropped
                return body.toByteArray();
            }
            body.write(exactly(size, limits.bodyBytes() - body.size()));
            if (!line().isEmpty()) {
                throw Refused.malformed("a chunk is longer than it said");
            }
        }
    }

    private byte[] exactly(long size, int most) throws IOException {
        if (size > most) {
            throw Refused.tooLarge("the answer is larger than " + limits.bodyBytes() + " bytes");
        }
        var bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException("the answer was cut off");
        }
        return bytes;
    }

    private byte[] untilTheEnd() throws IOException {
        var bytes = in.readNBytes(limits.bodyBytes());
        if (bytes.length == limits.bodyBytes() && in.read() >= 0) {
            throw Refused.tooLarge("the answer is larger than " + limits.bodyBytes() + " bytes");
        }
        return bytes;
    }

    private static long size(String digits, int radix, String what) throws Refused {
        var valid = radix == 10 ? "[0-9]{1,18}" : "[0-9A-Fa-f]{1,15}";
        if (!digits.matches(valid)) {
            throw Refused.malformed("the " + what + " is not a number");
        }
        return Long.parseLong(digits, radix);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended before the answer did");
            }
            if (--headerLeft < 0) {
                throw Refused.tooLarge("the headers are larger than " + limits.headerBytes() + " bytes");
            }
            line.write(b);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Bytes that will never be an answer, however long one waits. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final HttpException.Reason reason;

        private Refused(HttpException.Reason reason, String message) {
            super(message);
            this.reason = reason;
        }

        static Refused malformed(String message) {
            return new Refused(HttpException.Reason.MALFORMED, message);
        }

        static Refused tooLarge(String message) {
            return new Refused(HttpException.Reason.TOO_LARGE, message);
        }

        HttpException.Reason reason() {
            return reason;
        }
    }
}

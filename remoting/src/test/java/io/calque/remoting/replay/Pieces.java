package io.calque.remoting.replay;

import io.calque.remoting.http.ScriptedServer;
import io.calque.remoting.http.ScriptedServer.Reply;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** Answers to polls that hold a stream of bytes cut at random places, or whole. */
record Pieces(boolean cut, Random random) {
    /** Nothing yet. */
    static final Reply TIMED_OUT = new Reply.Bytes(ScriptedServer.message(
            500,
            "Content-Type: application/soap+xml\r\n",
            envelope(
                    "<s:Fault><s:Detail><f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" "
                            + "Code=\"2150858793\"/></s:Detail></s:Fault>")));

    static String envelope(String body) {
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
                + "xmlns:rsp=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\"><s:Header/><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    boolean timesOut() {
        return cut && random.nextInt(4) == 0;
    }

    /** Where the next piece ends: mostly somewhere, sometimes after a byte or two. */
    int end(int from, int length) {
        if (!cut) {
            return length;
        }
        return Math.min(length, from + 1 + (random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(4_000)));
    }

    /** A piece, itself in several Stream elements where it is cut. */
    Reply output(byte[] all, int from, int to, boolean done) {
        var body = new StringBuilder("<rsp:ReceiveResponse>");
        for (int at = from; at < to; ) {
            var next = cut ? Math.min(to, at + 1 + random.nextInt(1_500)) : to;
            body.append("<rsp:Stream Name=\"stdout\">")
                    .append(Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, at, next)))
                    .append("</rsp:Stream>");
            at = next;
        }
        if (done) {
            body.append(
                    "<rsp:CommandState State=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done\"/>");
        }
        return ScriptedServer.ok(envelope(body.append("</rsp:ReceiveResponse>").toString()));
    }
}

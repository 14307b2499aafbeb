package io.calque.remoting.wsman;

import java.util.Base64;

/** Answers as Windows writes them, for scripted servers. */
final class Soap {
    private static final String HEAD = """
            <s:Envelope xml:lang="en-US" xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
            xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" \
            xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" \
            xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><s:Header><a:To>x</a:To></s:Header><s:Body>""";

    private Soap() {}

    static String body(String content) {
        return HEAD + content + "</s:Body></s:Envelope>";
    }

    static String created(String shell, boolean described) {
        return body("<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector Name=\"ShellId\">" + shell
                + "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>"
                + (described ? "<rsp:Shell><rsp:ShellId>" + shell + "</rsp:ShellId></rsp:Shell>" : ""));
    }

    static String started(String command) {
        return body("<rsp:CommandResponse><rsp:CommandId>" + command + "</rsp:CommandId></rsp:CommandResponse>");
    }

    static String output(boolean done, byte[]... streams) {
        var all = new StringBuilder("<rsp:ReceiveResponse>");
        for (var stream : streams) {
            all.append("<rsp:Stream Name=\"stdout\">")
                    .append(Base64.getEncoder().encodeToString(stream))
                    .append("</rsp:Stream>");
        }
        if (done) {
            all.append(
                    "<rsp:CommandState CommandId=\"1\" State=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done\"/>");
        }
        return body(all + "</rsp:ReceiveResponse>");
    }

    static String fault(long code, String subcode, String message) {
        return body("<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>w:" + subcode
                + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">reason</s:Text></s:Reason><s:Detail>"
                + "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"" + code
                + "\" Machine=\"m\"><f:Message>" + message + "</f:Message></f:WSManFault></s:Detail></s:Fault>");
    }
}

package io.calque.remoting.wsman;

/** Names that the specifications give: SOAP 1.2, WS-Addressing 2004/08, DSP0226 (WS-Management), MS-WSMV. */
final class Uris {
    static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    static final String ANONYMOUS = ADDRESSING + "/role/anonymous";
    static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    static final String WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    static final String MICROSOFT = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    static final String POWERSHELL = "http://schemas.microsoft.com/powershell";

    private Uris() {}
}

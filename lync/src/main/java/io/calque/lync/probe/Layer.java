package io.calque.lync.probe;

import io.calque.diagnostic.Code;

/** The layers between Calque and a user of the server, from the outside in. Each rests on those before it. */
public enum Layer {
    NAME("name", Code.HOST_UNKNOWN, "Check the address; the network's name service does not know the host"),
    PORT(
            "port",
            Code.NOT_LISTENING,
            "Check the port and the firewalls between; on the server, whether the web site of the pool is started (IIS)"),
    TLS(
            "TLS",
            Code.NOT_TRUSTED,
            "If the pool has a certificate of your own authority, give it with --trust FILE; the name in the address must be one that"
                    + " the certificate carries"),
    LOGIN(
            "authentication",
            Code.LOGIN_FAILED,
            "Check user and password; for Kerberos the pool needs the service name HTTP/<pool> (New-CsKerberosAccount), without it NTLM"
                    + " is what works"),
    SHELL(
            "shell",
            Code.NO_SESSION,
            "Check that the path is /OcsPowershell, that the account is in an administrator role (Get-CsAdminRole) and that its number of"
                    + " sessions is not used up"),
    LANGUAGE(
            "language mode",
            Code.NO_ANSWER,
            "Nothing to do: Calque sends typed cmdlets, which every language mode runs"),
    CMDLETS(
            "cmdlets",
            Code.CMDLET_NOT_ALLOWED,
            "Use an account whose administrator role has these cmdlets: CsUserAdministrator grants and sets lines, CsAdministrator also"
                    + " writes policies"),
    USER(
            "one user",
            Code.REFUSED_BY_SERVER,
            "Check the scope of the account's role (Get-CsAdminRole): it may see no user");

    private final String title;
    private final Code code;
    private final String help;

    Layer(String title, Code code, String help) {
        this.title = title;
        this.code = code;
        this.help = help;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    Code code() {
        return code;
    }

    String help() {
        return help;
    }
}

package io.calque.security.kerberos;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a Kerberos login fails: the error number (RFC 4120, 7.5.9) that Java prints in brackets, or what Java says when it has nothing to
 * log in with.
 */
public enum KerberosReason {
    NO_SUCH_USER("(6)", "there is no such account", "Check the principal; write it as user@REALM"),
    NO_SUCH_SERVER(
            "(7)",
            "the server is not known by this name",
            "Write the server as the name in its service name (ldap/…, HTTP/…), not as an address or an alias"),
    LOCKED_OR_DISABLED("(18)", "the account is disabled, expired or locked out", "Look at the account"),
    PASSWORD_EXPIRED("(23)", "the password has expired", "Set a new one"),
    WRONG_PASSWORD(
            "(24)",
            "wrong password, or a keytab older than it",
            "Check it, or make a new keytab; the login was not tried a second time, so that the account is not locked"),
    NO_CIPHER("(14)", "the account has no key of a kind that is allowed", "Let the account use AES keys"),
    TICKET_EXPIRED("(32)", "the ticket has expired", "Run kinit again"),
    CLOCK("(37)", "the clocks are more than five minutes apart", "Set this machine's clock"),
    NO_TICKET("Unable to obtain Principal Name", "there is no ticket", "Run kinit, or correct tickets to its cache"),
    NO_KEY(
            "No password was provided",
            "there is no ticket, or no key of this principal in the keytab",
            "klist -k FILE lists the keys of a keytab; run kinit for a ticket");

    private static final Pattern NUMBER = Pattern.compile("\\(\\d+\\)");

    private final String sign;
    private final String meaning;
    private final String help;

    KerberosReason(String sign, String meaning, String help) {
        this.sign = sign;
        this.meaning = meaning;
        this.help = help;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it, as a sentence without its full stop. */
    public String help() {
        return help;
    }

    /** The reason in any message of a failure and its causes; empty when there is none of these. */
    public static Optional<KerberosReason> in(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            Matcher number = NUMBER.matcher(message);
            String found = number.find() ? number.group() : "";
            for (KerberosReason reason : values()) {
                if (found.equals(reason.sign) || (!reason.sign.startsWith("(") && message.contains(reason.sign))) {
                    return Optional.of(reason);
                }
            }
        }
        return Optional.empty();
    }
}

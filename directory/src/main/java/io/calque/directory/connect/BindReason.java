package io.calque.directory.connect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why Active Directory refuses a login: the hexadecimal Windows error after {@code data} in its message "AcceptSecurityContext error,
 * data 52e" (names from Microsoft's list of system error codes, 1317 to 1909).
 */
enum BindReason {
    NO_SUCH_USER("525", "there is no such account", "Check the name; write it as user@domain or DOMAIN\\user"),
    WRONG_PASSWORD(
            "52e",
            "wrong name or password",
            "Check both; nothing was tried a second time, so that the account is not locked"),
    LOGON_HOURS("530", "the account may not log on at this time", "Ask for other logon hours, or for another account"),
    WORKSTATION("531", "the account may not log on from this machine", "Let the account log on from here"),
    PASSWORD_EXPIRED("532", "the password has expired", "Set a new one"),
    DISABLED("533", "the account is disabled", "Enable it, or use another"),
    NOT_GRANTED("569", "the account may not log on over the network", "Grant it the right to log on over the network"),
    ACCOUNT_EXPIRED("701", "the account has expired", "Extend it, or use another"),
    MUST_CHANGE("773", "the password must be changed first", "Change it, and take away \"must change at next logon\""),
    LOCKED(
            "775",
            "the account is locked out",
            "Wait for the lockout to end or unlock it, and look for what uses a wrong password");

    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-fA-F]{1,8})\\b");

    private final String data;
    private final String meaning;
    private final String help;

    BindReason(String data, String meaning, String help) {
        this.data = data;
        this.meaning = meaning;
        this.help = help;
    }

    /** The reason in a controller's message; empty when it is none of these. */
    static Optional<Refusals.Meaning> in(@Nullable String message) {
        Matcher matcher = DATA.matcher(message == null ? "" : message);
        if (matcher.find()) {
            String found = matcher.group(1).toLowerCase(Locale.ROOT);
            for (BindReason reason : values()) {
                if (reason.data.equals(found)) {
                    return Optional.of(new Refusals.Meaning(reason.meaning, reason.help));
                }
            }
        }
        return Optional.empty();
    }
}

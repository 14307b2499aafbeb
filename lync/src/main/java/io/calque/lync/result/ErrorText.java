package io.calque.lync.result;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's error texts that are known from its documentation and from the field, and what to do about each. The texts are those of
 * English servers; anything else is passed on as it came. Nothing is decided by them: a call that was refused stays refused whatever the
 * text says.
 */
public enum ErrorText {
    /** Get-, Set-, Grant-Cs… of an account that is not there (Microsoft's documentation; also while a domain controller lags behind). */
    UNKNOWN_ACCOUNT(
            "Management object not found for identity \"(.*)\"\\.",
            Code.UNKNOWN_ACCOUNT,
            "the server knows no user '%s'",
            "Check that the account exists and is enabled for Lync (Get-CsAdUser finds every account, Get-CsUser only enabled ones);"
                    + " if it is new, wait until all domain controllers know it, or give -DomainController"),
    /** Grant-Cs… of a policy that is missing, Global or a site's (office-docs-powershell issue 9103). */
    NOT_A_USER_POLICY(
            "Policy \"(.*)\" is not a user policy\\.",
            Code.NOT_A_USER_POLICY,
            "'%s' can't be granted: it is not a user policy",
            "Create the policy as Tag:NAME first, and wait until the server has it everywhere; Global and site policies apply without"
                    + " a grant"),
    /** Set-CsUser with a number that somebody has (public scripts). */
    LINE_REFUSED(
            "Filter failed to return unique result, \"(.*)\"",
            Code.LINE_REFUSED,
            "the number is taken: %s",
            "Find out who has the number (Get-CsUser -Filter {LineURI -eq 'tel:…'}) as line or private line, and free it there first"),
    /** New- or Set-CsVoicePolicy without usages: a warning (cmdlet reference). */
    NO_PSTN_USAGES(
            "Voice policy \"(.*)\" does not contain any PSTN usages\\.",
            Code.NO_PSTN_USAGES,
            "voice policy '%s' has no PSTN usages: those who get it can't call the telephone network",
            "Give the policy the setting PstnUsages, with usages that Get-CsPstnUsage knows"),
    /** A cmdlet that the session lacks (PowerShell's CommandNotFoundException). */
    CMDLET_NOT_ALLOWED(
            "The term '(.*)' is not recognized as ",
            Code.CMDLET_NOT_ALLOWED,
            "the session has no cmdlet '%s'",
            "Log in with an account whose administrator role has it (Get-CsAdminRole): CsUserAdministrator may grant policies,"
                    + " CsHelpDesk may not; or the product version lacks it"),
    /** A parameter that the cmdlet lacks (PowerShell's ParameterBindingException). */
    PARAMETER_NOT_ALLOWED(
            "A parameter cannot be found that matches parameter name '(.*)'\\.",
            Code.CMDLET_NOT_ALLOWED,
            "the server's cmdlet has no parameter '%s'",
            "Set the product version in calque.yaml to the server's own; calque probe tells it"),
    /** A session that only runs known cmdlets (PowerShell's ScriptsNotAllowed). */
    NO_SCRIPTS(
            "(The syntax is not supported by this runspace)",
            Code.CMDLET_NOT_ALLOWED,
            "the server runs no script text: %s",
            "Nothing to do: Calque sends cmdlets and never script text; report this, please");

    private final Pattern pattern;
    private final Code code;
    private final String message;
    private final String help;

    ErrorText(String pattern, Code code, String message, String help) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.code = code;
        this.message = message;
        this.help = help;
    }

    /** What a refusal or warning of the server means; a text that is not known becomes a finding of its own words. */
    public static Finding finding(String text) {
        return known(text)
                .orElseGet(
                        () -> Finding.of(Code.REFUSED_BY_SERVER, "the server refused: " + text.strip())
                                .help(
                                        "These are the server's own words; once the cause is corrected, plan again and apply what is left"));
    }

    /** What a text means, when it is a known one. */
    public static Optional<Finding> known(String text) {
        return Arrays.stream(values())
                .flatMap(known -> known.match(text).stream())
                .findFirst();
    }

    private Optional<Finding> match(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.of(Finding.of(code, message.replace("%s", matcher.group(1)))
                        .help(help))
                : Optional.empty();
    }
}

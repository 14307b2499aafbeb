package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import java.util.List;
import java.util.Optional;

/**
 * An error as PowerShell describes it (MS-PSRP 2.2.3.15). The texts are the server's own and in its language: show them, never branch on them.
 *
 * @param message what happened; the details' text when there are details, as PowerShell itself shows it
 * @param id the fully qualified error id, such as {@code NamedParameterNotFound,Get-CsUser}; empty when not sent
 * @param category the number of PowerShell's ErrorCategory; 0 when not sent
 * @param categoryText such as {@code ObjectNotFound: (ann:String) [Get-CsUser], …}; empty when not sent
 * @param exceptionTypes the .NET type of the exception and those above it, without {@code Deserialized.}
 * @param target what it was about, as text; empty when not sent
 * @param object all that was sent
 */
public record ErrorRecord(
        String message,
        String id,
        int category,
        String categoryText,
        List<String> exceptionTypes,
        String target,
        CliXml object) {
    private static final String COPY = "Deserialized.";

    public ErrorRecord {
        exceptionTypes = List.copyOf(exceptionTypes);
    }

    /** Reads a record; what was not sent is empty. */
    public static ErrorRecord of(CliXml value) {
        Optional<Obj> exception = property(value, "Exception").flatMap(ErrorRecord::object);
        String details = text(value, "ErrorDetails_Message");
        String thrown = exception.map(e -> text(e, "Message")).orElse("");
        String message = !details.isEmpty()
                ? details
                : !thrown.isEmpty() ? thrown : value.asText().orElse("");
        return new ErrorRecord(
                message,
                text(value, "FullyQualifiedErrorId"),
                property(value, "ErrorCategory_Category")
                        .flatMap(CliXml::asLong)
                        .orElse(0L)
                        .intValue(),
                text(value, "ErrorCategory_Message"),
                exception.stream()
                        .flatMap(e -> e.types().stream())
                        .map(type -> type.startsWith(COPY) ? type.substring(COPY.length()) : type)
                        .toList(),
                property(value, "TargetObject").flatMap(CliXml::asText).orElse(text(value, "ErrorCategory_TargetName")),
                value);
    }

    /** A property of an object; empty for what is no object. */
    static Optional<CliXml> property(CliXml value, String name) {
        return object(value).flatMap(object -> object.property(name));
    }

    /** A property of an object as text; empty when there is none. */
    static String text(CliXml value, String name) {
        return property(value, name).flatMap(CliXml::asText).orElse("");
    }

    private static Optional<Obj> object(CliXml value) {
        return value instanceof Obj object ? Optional.of(object) : Optional.empty();
    }
}

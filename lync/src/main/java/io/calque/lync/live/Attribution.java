package io.calque.lync.live;

import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.result.ErrorText;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.session.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which user an object or an error of a pipeline is about, by the names that it holds. */
final class Attribution {
    /** The names under which an object of Get-CsUser is known, the same as those that an identity may be. */
    private static final List<String> NAMES =
            List.of("SipAddress", "UserPrincipalName", "DistinguishedName", "Identity", "DisplayName");

    private final List<UserIdentity> users;
    private final @Nullable Fate[] fates;
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> unattributed = new ArrayList<>();

    Attribution(List<UserIdentity> users) {
        this.users = List.copyOf(users);
        this.fates = new @Nullable Fate[users.size()];
        for (int i = 0; i < users.size(); i++) {
            String name = users.get(i).text();
            if (byName.put(fold(name), i) != null) {
                throw new IllegalArgumentException("the user comes twice: " + name);
            }
        }
    }

    /** The server showed an object. */
    void shown(CliXml value) {
        Optional<Integer> user = value instanceof Obj object ? find(names(object)) : find(value.asText().stream());
        if (user.isPresent()) {
            fates[user.get()] = new Fate.Done();
        } else {
            unattributed.add(
                    "it showed a user under another name: " + value.asText().orElse("(nameless)"));
        }
    }

    /** The server told an error and went on. */
    void error(ErrorRecord error) {
        find(Stream.of(error.target()))
                .ifPresentOrElse(
                        user -> fates[user] = new Fate.Refused(ErrorText.finding(error.message())),
                        () -> unattributed.add(error.message()));
    }

    /** The fate of all, now that no more will come. */
    Map<UserIdentity, Fate> end(Outcome outcome) {
        Fate rest = switch (outcome) {
            case Outcome.Done _ -> new Fate.Unknown(silence());
            case Outcome.Refused(ErrorRecord record, var _) -> refused(record);
            case Outcome.Stopped _ -> new Fate.Unknown("it was stopped before the server answered");
            case Outcome.NotSent(String reason) -> new Fate.NotTried(reason);
            case Outcome.Unknown(var _, String reason, var _) -> new Fate.Unknown(reason);
        };
        Map<UserIdentity, Fate> all = new LinkedHashMap<>();
        for (int i = 0; i < users.size(); i++) {
            Fate fate = fates[i];
            all.put(users.get(i), fate == null ? rest : fate);
        }
        return all;
    }

    /**
     * An error that ended the pipeline. The server takes users in turn, so whoever comes after the one that it names was not tried; when it
     * names none, but nothing has been shown either, it never began.
     */
    private Fate refused(ErrorRecord record) {
        String reason = record.message();
        Optional<Integer> culprit = find(Stream.of(record.target()));
        culprit.ifPresent(user -> {
            fates[user] = new Fate.Refused(ErrorText.finding(reason));
            for (int i = user + 1; i < fates.length; i++) {
                if (fates[i] == null) {
                    fates[i] = new Fate.NotTried("the server stopped before: " + reason);
                }
            }
        });
        if (culprit.isEmpty() && isCommandMissing(record)) {
            return new Fate.Refused(ErrorText.finding(reason));
        }
        return new Fate.Unknown("the server stopped: " + reason);
    }

    /** The cmdlet or a parameter is not there, so nothing can have run: PowerShell binds before it runs (types, not texts, tell). */
    private static boolean isCommandMissing(ErrorRecord record) {
        return record.exceptionTypes().stream()
                .anyMatch(type -> type.equals("System.Management.Automation.CommandNotFoundException"));
    }

    private String silence() {
        return unattributed.isEmpty()
                ? "the server said nothing of this user"
                : "the server said nothing of this user, but: " + String.join("; ", unattributed);
    }

    private Optional<Integer> find(Stream<String> names) {
        return names.filter(name -> !name.isEmpty())
                .map(name -> byName.get(fold(name)))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Stream<String> names(Obj object) {
        return NAMES.stream().flatMap(name -> object.property(name).flatMap(CliXml::asText).stream());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package io.calque.lync.live;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.LdapFilter;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.cmdlet.PolicyIdentity;
import io.calque.lync.cmdlet.Spec;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.code.Hostile;
import io.calque.policy.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For every parameter that takes text, of every cmdlet of the product that Calque uses: calls with hostile values. */
public final class HostileCalls {
    private HostileCalls() {}

    /**
     * A call and what must arrive.
     *
     * @param expected the text as the cmdlet must see it; null for null
     */
    public record Call(
            Cmdlet cmdlet, String parameter, @Nullable Value expected) {}

    /** Those that a script can hold. Names that are refused before anything is sent are left out, as they are in use. */
    public static List<Call> writable() {
        List<Call> calls =
                with(Stream.concat(Hostile.TEXTS.stream(), Stream.of("plain")).toList());
        return Stream.concat(calls.stream(), nulls(calls)).toList();
    }

    /** All of them, also with what no file can hold. */
    public static List<Call> all() {
        return Stream.of(writable(), with(Hostile.HALVES)).flatMap(List::stream).toList();
    }

    private static List<Call> with(List<String> texts) {
        List<Call> calls = new ArrayList<>();
        for (CmdletName name : CmdletName.values()) {
            if (name.isPlain() || name == CmdletName.GET_SERVER_VERSION) {
                continue;
            }
            for (Spec parameter : name.parameters()) {
                texts.stream()
                        .flatMap(text -> operand(parameter, text).stream())
                        .map(operand -> call(name, parameter, operand))
                        .forEach(calls::add);
            }
        }
        return calls;
    }

    /** Null for the same parameters, but for the names, which are never null. */
    private static Stream<Call> nulls(List<Call> calls) {
        return calls.stream()
                .filter(call -> new Value.Text("plain").equals(call.expected()))
                .filter(call -> !call.parameter().equals("Identity"))
                .map(call -> {
                    CmdletName name = call.cmdlet().name();
                    return call(name, name.parameter(call.parameter()).orElseThrow(), Operand.nothing());
                });
    }

    private static Call call(CmdletName name, Spec parameter, Operand operand) {
        Cmdlet cmdlet = Cmdlet.of(name).with(parameter.name(), operand);
        Cmdlet complete = parameter.name().equals("Identity") ? cmdlet : identified(cmdlet);
        return new Call(complete, parameter.name(), expected(operand));
    }

    /** With the identity that a cmdlet insists on: nobody's and no policy's, so that nothing changes. */
    private static Cmdlet identified(Cmdlet cmdlet) {
        return cmdlet.name()
                .parameter("Identity")
                .filter(_ -> cmdlet.name() == CmdletName.GET_EFFECTIVE_POLICY
                        || !cmdlet.name().text().startsWith("Get-"))
                .map(spec -> cmdlet.with("Identity", operand(spec, "nobody").orElseThrow()))
                .orElse(cmdlet);
    }

    private static @Nullable Value expected(Operand operand) {
        return switch (operand) {
            case Operand.Of(Value value) -> value;
            case Operand.Phrase phrase -> new Value.Text(phrase.text());
            case Operand.Nothing() -> null;
        };
    }

    private static Optional<Operand> operand(Spec parameter, String text) {
        try {
            return switch (parameter.kind()) {
                case USER -> Optional.of(new UserIdentity(text));
                case POLICY -> Optional.of(new PolicyIdentity(new Identity.Tag(text)));
                case POLICY_NAME, TEXT -> Optional.of(Operand.of(text));
                case TEXTS -> Optional.of(Operand.of(List.of(text, "second")));
                case LDAP_FILTER -> Optional.of(new LdapFilter.Equal("displayName", text));
                case WORD, FLAG, SWITCH, WHOLE, FILTER, UNIT -> Optional.empty();
            };
        } catch (Fault refused) {
            return Optional.empty();
        }
    }
}

package io.calque.lync.cmdlet;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import java.util.Map;
import java.util.SortedMap;

/** Calls on policies. */
public final class PolicyCmdlets {
    private PolicyCmdlets() {}

    /** Reads all policies of a type, of every scope. */
    public static Cmdlet getAll(PolicyType type) {
        return Cmdlet.of(
                switch (type) {
                    case CONFERENCING -> CmdletName.GET_CONFERENCING_POLICY;
                    case VOICE -> CmdletName.GET_VOICE_POLICY;
                });
    }

    /** Creates a policy; settings that are not given get the product's defaults, not those of Global (New-CsConferencingPolicy). */
    public static Cmdlet create(PolicyType type, PolicyIdentity policy, SortedMap<String, Value> settings) {
        return with(
                switch (type) {
                    case CONFERENCING -> CmdletName.NEW_CONFERENCING_POLICY;
                    case VOICE -> CmdletName.NEW_VOICE_POLICY;
                },
                policy,
                settings);
    }

    /** Changes settings of a policy that exists; the others stay. */
    public static Cmdlet set(PolicyType type, PolicyIdentity policy, SortedMap<String, Value> settings) {
        return with(
                switch (type) {
                    case CONFERENCING -> CmdletName.SET_CONFERENCING_POLICY;
                    case VOICE -> CmdletName.SET_VOICE_POLICY;
                },
                policy,
                settings);
    }

    /** Deletes a policy; {@code Global} is set back to the product's defaults instead. A policy that somebody still has is refused. */
    public static Cmdlet remove(PolicyType type, PolicyIdentity policy) {
        CmdletName name = switch (type) {
            case CONFERENCING -> CmdletName.REMOVE_CONFERENCING_POLICY;
            case VOICE -> CmdletName.REMOVE_VOICE_POLICY;
        };
        return Cmdlet.of(name).with("Identity", policy);
    }

    private static Cmdlet with(CmdletName name, PolicyIdentity policy, SortedMap<String, Value> settings) {
        Cmdlet cmdlet = Cmdlet.of(name).with("Identity", policy);
        for (Map.Entry<String, Value> setting : settings.entrySet()) {
            cmdlet = cmdlet.with(setting.getKey(), operand(setting.getValue()));
        }
        return cmdlet;
    }

    /** An empty text or list is null to the product: that is how a description or the usages are taken away. */
    private static Operand operand(Value value) {
        return switch (value) {
            case Value.Text(String text) when text.isEmpty() -> Operand.nothing();
            case Value.Texts(var items) when items.isEmpty() -> Operand.nothing();
            case Value.Text _, Value.Texts _, Value.Flag _, Value.Int _ -> new Operand.Of(value);
        };
    }
}

package io.calque.lync.cmdlet;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cmdlets that Calque calls: nothing else ever runs on a server. Names and parameters are those of the cmdlet reference
 * (MicrosoftDocs/office-docs-powershell, skype/skype-ps).
 */
public enum CmdletName {
    GET_CONFERENCING_POLICY("Get-CsConferencingPolicy", Effect.READS, PolicyParameters.GET),
    NEW_CONFERENCING_POLICY(
            "New-CsConferencingPolicy", Effect.WRITES, PolicyParameters.settings(PolicyType.CONFERENCING)),
    SET_CONFERENCING_POLICY(
            "Set-CsConferencingPolicy", Effect.WRITES, PolicyParameters.settings(PolicyType.CONFERENCING)),
    REMOVE_CONFERENCING_POLICY("Remove-CsConferencingPolicy", Effect.WRITES, PolicyParameters.REMOVE),
    GRANT_CONFERENCING_POLICY("Grant-CsConferencingPolicy", Effect.WRITES, PolicyParameters.GRANT),
    GET_VOICE_POLICY("Get-CsVoicePolicy", Effect.READS, PolicyParameters.GET),
    NEW_VOICE_POLICY("New-CsVoicePolicy", Effect.WRITES, PolicyParameters.settings(PolicyType.VOICE)),
    SET_VOICE_POLICY("Set-CsVoicePolicy", Effect.WRITES, PolicyParameters.settings(PolicyType.VOICE)),
    REMOVE_VOICE_POLICY("Remove-CsVoicePolicy", Effect.WRITES, PolicyParameters.REMOVE),
    GRANT_VOICE_POLICY("Grant-CsVoicePolicy", Effect.WRITES, PolicyParameters.GRANT),
    GET_USER("Get-CsUser", Effect.READS, UserParameters.GET),
    GET_AD_USER("Get-CsAdUser", Effect.READS, UserParameters.GET_AD),
    SET_USER("Set-CsUser", Effect.WRITES, UserParameters.SET),
    ENABLE_USER("Enable-CsUser", Effect.WRITES, UserParameters.ENABLE),
    DISABLE_USER("Disable-CsUser", Effect.WRITES, UserParameters.DISABLE),
    GET_EFFECTIVE_POLICY("Get-CsEffectivePolicy", Effect.READS, UserParameters.GET_EFFECTIVE),
    GET_SITE("Get-CsSite", Effect.READS, List.of()),
    GET_PSTN_USAGE("Get-CsPstnUsage", Effect.READS, List.of()),
    GET_SERVER_VERSION("Get-CsServerVersion", Effect.READS, List.of()),
    GET_COMMAND("Get-Command", Effect.READS, List.of(Spec.of("Name", Kind.TEXTS))),
    GET_VARIABLE("Get-Variable", Effect.READS, List.of(Spec.of("Name", Kind.TEXT), Spec.of("ValueOnly", Kind.SWITCH))),
    SELECT_OBJECT("Select-Object", Effect.READS, List.of(Spec.of("ExpandProperty", Kind.TEXT)));

    /** What running a cmdlet does to the server. */
    public enum Effect {
        /** Nothing changes; it may be run again at will. */
        READS,
        /** Something may change; it takes {@code -Confirm}. */
        WRITES
    }

    private final String text;
    private final Effect effect;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of immutable records
    private final List<Spec> parameters;

    CmdletName(String text, Effect effect, List<Spec> parameters) {
        this.text = text;
        this.effect = effect;
        this.parameters = Spec.withCommon(parameters, effect);
    }

    /** Whether it belongs to PowerShell itself and not to the product. */
    public boolean isPlain() {
        return !text.contains("-Cs");
    }

    /** The cmdlet's name as the product spells it. */
    public String text() {
        return text;
    }

    /** What running it does to the server. */
    public Effect effect() {
        return effect;
    }

    /** Whether a product version has it. {@code Get-CsEffectivePolicy} came with Lync Server 2013 (cmdlet reference). */
    public boolean in(ProductVersion version) {
        return this != GET_EFFECTIVE_POLICY || version.compareTo(ProductVersion.LYNC_2013) >= 0;
    }

    /** The parameters that Calque may give it, common ones included. */
    public List<Spec> parameters() {
        return parameters;
    }

    /** A parameter by its exact name. */
    public Optional<Spec> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The cmdlet with a name, in any case. */
    public static Optional<CmdletName> of(String text) {
        return Arrays.stream(values())
                .filter(c -> c.text.equalsIgnoreCase(text))
                .findFirst();
    }
}

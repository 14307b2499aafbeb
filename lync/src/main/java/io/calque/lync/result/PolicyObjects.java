package io.calque.lync.result;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.remoting.clixml.CliXml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects of the Get-…Policy cmdlets as policies. Such an object shows all settings; a policy keeps those that differ from the default. */
final class PolicyObjects {
    private PolicyObjects() {}

    /**
     * The type of policy that an object is, known by its .NET type or, where that is another, by properties that no other object has.
     */
    static Optional<PolicyType> typeOf(Bag object) {
        boolean isUser = object.has("SipAddress");
        if (isUser || !object.has("Identity")) {
            return Optional.empty();
        }
        if (object.object().isA("Microsoft.Rtc.Management.WritableConfig.Policy.Meeting.MeetingPolicy")
                || object.has("MaxMeetingSize")) {
            return Optional.of(PolicyType.CONFERENCING);
        }
        return object.object().isA("Microsoft.Rtc.Management.WritableConfig.Policy.Voice.VoicePolicy")
                        || (object.has("PstnUsages") && object.has("AllowSimulRing"))
                ? Optional.of(PolicyType.VOICE)
                : Optional.empty();
    }

    /** The policy. What can't be read becomes a finding, and that setting counts as unset. */
    static Optional<Policy> read(PolicyType type, Bag object, Findings findings) {
        String identity = object.text("Identity");
        if (identity == null) {
            return Optional.empty();
        }
        Map<String, Value> settings = new TreeMap<>();
        for (Setting setting : Catalogue.standard().settings(type)) {
            object.value(setting.name()).flatMap(value -> read(setting, value)).ifPresent(reading -> {
                switch (reading) {
                    case SettingType.Reading.Good(Value value) -> {
                        if (!isDefault(setting, value)) {
                            settings.put(setting.name(), value);
                        }
                    }
                    case SettingType.Reading.Bad bad ->
                        findings.add(Finding.of(
                                        Code.UNREADABLE_RESULT, identity + ": " + setting.name() + " " + bad.problem())
                                .help("Calque does not know this value; look at the policy on the server"));
                }
            });
        }
        return Optional.of(new Policy(type, Identity.of(identity), settings));
    }

    private static boolean isDefault(Setting setting, Value value) {
        return value.equals(setting.standard())
                || (setting.standard() == null && value.print().isEmpty());
    }

    private static Optional<SettingType.Reading> read(Setting setting, CliXml value) {
        if (setting.shape() instanceof SettingType.FreeTexts texts) {
            List<String> items =
                    value.asList().stream().flatMap(i -> i.asText().stream()).toList();
            return Optional.of(texts.of(items));
        }
        return value.asText()
                .filter(text -> !text.isEmpty() || setting.shape() instanceof SettingType.FreeText)
                .map(setting.shape()::observed);
    }
}

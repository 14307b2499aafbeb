package io.calque.choice;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.licence.Profile;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The article's five policies and others to try things on. */
final class ArticlePolicies {
    static final Policy STD = policy(
            "STD_CAL_NoConferencing",
            "AllowIPAudio=False AllowIPVideo=False EnableDialInConferencing=False"
                    + " AllowUserToScheduleMeetingsWithAppSharing=False EnableAppDesktopSharing=None AllowAnnotations=False"
                    + " AllowPolls=False AllowParticipantControl=False AllowAnonymousParticipantsInMeetings=False");
    static final Policy AUDIO = policy(
            "ENT_CAL_REC_Audio", "AllowIPVideo=False AllowConferenceRecording=True EnableDialInConferencing=False");
    static final Policy AUDIO_VIDEO =
            policy("ENT_CAL_REC_AudioVideo", "AllowConferenceRecording=True EnableDialInConferencing=False");
    static final Policy DIAL_IN = policy("ENT_CAL_REC_AudioVideo_PSTN", "AllowConferenceRecording=True");
    static final Policy UNRECORDED = policy("ENT_CAL_NOREC_AudioVideo", "EnableDialInConferencing=False");
    static final List<Policy> FIVE = List.of(STD, AUDIO, AUDIO_VIDEO, DIAL_IN, UNRECORDED);

    private ArticlePolicies() {}

    static Licensing licensing(ProductVersion version) {
        return Licensing.of(version, Profile.of(Profile.DEFAULT).orElseThrow());
    }

    /** A policy from words such as {@code AllowPolls=False}. */
    static Policy policy(String name, String settings) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String word : settings.isEmpty() ? new String[0] : settings.split(" ")) {
            int equals = word.indexOf('=');
            Setting setting = Catalogue.standard()
                    .setting(PolicyType.CONFERENCING, word.substring(0, equals))
                    .orElseThrow();
            if (setting.shape().read(word.substring(equals + 1)) instanceof SettingType.Reading.Good(Value value)) {
                values.put(setting.name(), value);
            } else {
                throw new IllegalArgumentException(word);
            }
        }
        return new Policy(PolicyType.CONFERENCING, Identity.of(name), values);
    }
}

package io.calque.meeting;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;

/** The conditions on single settings that meetings look at beside the gates of rights. */
final class Conditions {
    static final Condition SHARES_ANYTHING = conferencing("EnableAppDesktopSharing", Condition.Operator.IS_NOT, "None");
    static final Condition SHARES_DESKTOP = conferencing("EnableAppDesktopSharing", Condition.Operator.IS, "Desktop");
    static final Condition OUTSIDERS_CONTROL = conferencing("AllowExternalUserControl", Condition.Operator.IS, "True");
    static final Condition OUTSIDERS_SAVE =
            conferencing("AllowExternalUsersToSaveContent", Condition.Operator.IS, "True");
    static final Condition DATA = conferencing("EnableDataCollaboration", Condition.Operator.IS, "True");
    static final Condition AUDIO = conferencing("AllowIPAudio", Condition.Operator.IS, "True");
    static final Condition RECEIVES_GALLERY = conferencing("EnableMultiViewJoin", Condition.Operator.IS, "True");
    static final Condition VGA = conferencing("MaxVideoConferenceResolution", Condition.Operator.IS, "VGA");
    static final Condition FEDERATED_AS_COMPANY =
            conferencing("AllowFederatedParticipantJoinAsSameEnterprise", Condition.Operator.IS, "True");
    static final Condition USAGES = new Condition.OfPolicy(
            PolicyType.VOICE,
            setting(PolicyType.VOICE, "PstnUsages"),
            new Condition.Test(
                    Condition.Operator.IS_NOT,
                    setting(PolicyType.VOICE, "PstnUsages").defaultValue().orElseThrow()));

    private static final String SIZE = "MaxMeetingSize";

    private Conditions() {}

    /** That a meeting holds so many. */
    static Condition holds(long seats) {
        return new Condition.OfPolicy(
                PolicyType.CONFERENCING,
                setting(PolicyType.CONFERENCING, SIZE),
                new Condition.Test(Condition.Operator.AT_LEAST, new Value.Int(seats)));
    }

    /** Whether a condition is about the size of meetings, which the door checks and not each action. */
    static boolean isAboutSize(Condition condition) {
        return condition.setting().name().equals(SIZE);
    }

    private static Condition conferencing(String name, Condition.Operator operator, String value) {
        Setting setting = setting(PolicyType.CONFERENCING, name);
        if (setting.shape().read(value) instanceof SettingType.Reading.Good(Value good)) {
            return new Condition.OfPolicy(PolicyType.CONFERENCING, setting, new Condition.Test(operator, good));
        }
        throw new IllegalStateException(name + " does not take " + value);
    }

    private static Setting setting(PolicyType type, String name) {
        return Catalogue.standard()
                .setting(type, name)
                .orElseThrow(() -> new IllegalStateException("the catalogue lacks " + name));
    }
}

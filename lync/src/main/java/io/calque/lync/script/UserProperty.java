package io.calque.lync.script;

import io.calque.catalogue.PolicyType;

/** The properties of Get-CsUser by which a script sees whether a step on a user is done. */
public enum UserProperty {
    CONFERENCING_POLICY("ConferencingPolicy"),
    VOICE_POLICY("VoicePolicy"),
    ENTERPRISE_VOICE_ENABLED("EnterpriseVoiceEnabled"),
    LINE_URI("LineURI");

    private final String text;

    UserProperty(String text) {
        this.text = text;
    }

    /** As the product spells it. */
    public String text() {
        return text;
    }

    /** The property that shows a user's grant of a type. */
    public static UserProperty grant(PolicyType type) {
        return switch (type) {
            case CONFERENCING -> CONFERENCING_POLICY;
            case VOICE -> VOICE_POLICY;
        };
    }
}

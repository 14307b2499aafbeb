package io.calque.policy;

import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;

/**
 * The flags of an account that matter for licences (facts of Set-CsUser).
 *
 * @param enabled may sign in
 * @param enterpriseVoice Enterprise Voice is on
 * @param remoteCallControl remote call control is on
 * @param audioVideoDisabled audio and video are off, two-party too
 */
public record Account(boolean enabled, boolean enterpriseVoice, boolean remoteCallControl, boolean audioVideoDisabled) {
    /** An enabled account without telephony: what a policy is proved against. */
    public static final Account PLAIN = new Account(true, false, false, false);

    /** The same account with Enterprise Voice on or off. */
    public Account withEnterpriseVoice(boolean on) {
        return new Account(enabled, on, remoteCallControl, audioVideoDisabled);
    }

    /** The value of an account setting that a gate looks at. */
    Value value(Setting setting) {
        return new Value.Flag(
                switch (setting.name()) {
                    case "Enabled" -> enabled;
                    case "EnterpriseVoiceEnabled" -> enterpriseVoice;
                    case "RemoteCallControlTelephonyEnabled" -> remoteCallControl;
                    case "AudioVideoDisabled" -> audioVideoDisabled;
                    default -> throw new IllegalArgumentException("no gate may look at " + setting.name());
                });
    }
}

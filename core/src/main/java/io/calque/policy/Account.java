package io.calque.policy;

import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;

/**
 * The properties of an account that matter for licences (facts of Set-CsUser).
 *
 * @param enabled may sign in
 * @param enterpriseVoice Enterprise Voice is on
 * @param remoteCallControl remote call control is on
 * @param audioVideoDisabled audio and video are off, two-party too
 * @param home where the account is homed
 */
public record Account(
        boolean enabled, boolean enterpriseVoice, boolean remoteCallControl, boolean audioVideoDisabled, Home home) {
    /** An enabled account without telephony: what a policy is proved against. */
    public static final Account PLAIN = new Account(true, false, false, false);

    /** An account homed on premises. */
    public Account(boolean enabled, boolean enterpriseVoice, boolean remoteCallControl, boolean audioVideoDisabled) {
        this(enabled, enterpriseVoice, remoteCallControl, audioVideoDisabled, Home.ON_PREMISES);
    }

    /** Whether the server serves the account at all: enabled, and homed on premises. */
    public boolean isServed() {
        return enabled && home == Home.ON_PREMISES;
    }

    /** The same account, enabled or not. */
    public Account withEnabled(boolean on) {
        return new Account(on, enterpriseVoice, remoteCallControl, audioVideoDisabled, home);
    }

    /** The same account with Enterprise Voice on or off. */
    public Account withEnterpriseVoice(boolean on) {
        return new Account(enabled, on, remoteCallControl, audioVideoDisabled, home);
    }

    /** The same account with remote call control on or off. */
    public Account withRemoteCallControl(boolean on) {
        return new Account(enabled, enterpriseVoice, on, audioVideoDisabled, home);
    }

    /** The same account homed elsewhere. */
    public Account withHome(Home newHome) {
        return new Account(enabled, enterpriseVoice, remoteCallControl, audioVideoDisabled, newHome);
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

package io.calque.state;

import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the users of an observed state. What many users share, policies and sites and domains, is kept once. */
final class UsersReader {
    private final JsonParser json;
    private final Map<String, Identity.Tag> tags = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<Account, Account> accounts = new HashMap<>();

    UsersReader(JsonParser json) {
        this.json = json;
    }

    List<UserState> read(JsonToken value) {
        List<UserState> users = new ArrayList<>();
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return users;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            users.add(user());
        }
        return users;
    }

    private UserState user() {
        Draft draft = new Draft();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            String text = token == JsonToken.VALUE_NULL ? null : json.getValueAsString();
            draft.take(key, text == null || text.isEmpty() ? null : text);
        }
        return draft.user();
    }

    private final class Draft {
        private @Nullable String sam;
        private @Nullable String domain;
        private @Nullable String upn;
        private @Nullable String sip;
        private @Nullable String displayName;
        private @Nullable String distinguishedName;
        private @Nullable String site;
        private @Nullable String line;
        private Identity.@Nullable Tag conferencing;
        private Identity.@Nullable Tag voice;
        private boolean enabled = true;
        private boolean enterpriseVoice;
        private boolean remoteCallControl;
        private boolean audioVideoDisabled;

        void take(String key, @Nullable String value) {
            switch (key) {
                case "SamAccountName" -> sam = value;
                case "Domain" -> domain = share(value);
                case "UserPrincipalName" -> upn = value;
                case "SipAddress" -> sip = value;
                case "DisplayName" -> displayName = value;
                case "DistinguishedName" -> distinguishedName = value;
                case "Site" -> site = share(value);
                case "LineURI" -> line = value;
                case "ConferencingPolicy" -> conferencing = tag(value);
                case "VoicePolicy" -> voice = tag(value);
                case "Enabled" -> enabled = value == null || Boolean.parseBoolean(value);
                case "EnterpriseVoiceEnabled" -> enterpriseVoice = Boolean.parseBoolean(value);
                case "RemoteCallControlTelephonyEnabled" -> remoteCallControl = Boolean.parseBoolean(value);
                case "AudioVideoDisabled" -> audioVideoDisabled = Boolean.parseBoolean(value);
                default -> {}
            }
        }

        UserState user() {
            Account account = new Account(enabled, enterpriseVoice, remoteCallControl, audioVideoDisabled);
            return new UserState(
                    new Identifiers(domain, sam, upn, sip, displayName, distinguishedName),
                    site,
                    accounts.computeIfAbsent(account, a -> a),
                    line,
                    conferencing,
                    voice);
        }

        private @Nullable String share(@Nullable String value) {
            return value == null ? null : shared.computeIfAbsent(value, v -> v);
        }

        private Identity.@Nullable Tag tag(@Nullable String value) {
            return value == null
                    ? null
                    : tags.computeIfAbsent(
                            value, v -> Identity.of(v) instanceof Identity.Tag tag ? tag : new Identity.Tag(v));
        }
    }
}

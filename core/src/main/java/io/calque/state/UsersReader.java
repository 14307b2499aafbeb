package io.calque.state;

import io.calque.diagnostic.Fault;
import io.calque.people.IdentifierKind;
import io.calque.people.NameColumnsWriter;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.source.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the users of an observed state. */
final class UsersReader {
    private static final String DOMAIN = "Domain";
    static final String HOSTING_PROVIDER = "HostingProvider";
    private static final String DEPLOYMENT_LOCATOR = "DeploymentLocator";
    private static final Map<String, IdentifierKind> NAMES = Map.of(
            "SamAccountName", IdentifierKind.SAM_ACCOUNT_NAME,
            "UserPrincipalName", IdentifierKind.USER_PRINCIPAL_NAME,
            "SipAddress", IdentifierKind.SIP_ADDRESS,
            "DisplayName", IdentifierKind.DISPLAY_NAME,
            "DistinguishedName", IdentifierKind.DISTINGUISHED_NAME);

    /** All keys that are read, numbered. */
    private static final Map<String, Integer> KEYS = numbered(Stream.concat(
            NAMES.keySet().stream(),
            Stream.of(
                    DOMAIN,
                    "Site",
                    "LineURI",
                    "ConferencingPolicy",
                    "VoicePolicy",
                    "Enabled",
                    "EnterpriseVoiceEnabled",
                    "RemoteCallControlTelephonyEnabled",
                    "AudioVideoDisabled")));

    private static final int NO_KEY = -1;

    private final JsonParser json;
    private final Function<String, Fault> fault;
    private final NameColumnsWriter names = new NameColumnsWriter();
    private final Map<String, Identity.Tag> tags = new HashMap<>();

    UsersReader(JsonParser json, Function<String, Fault> fault) {
        this.json = json;
        this.fault = fault;
    }

    private static Map<String, Integer> numbered(Stream<String> keys) {
        Map<String, Integer> numbers = new HashMap<>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return Map.copyOf(numbers);
    }

    Users read(JsonToken value) {
        Users.Builder users = new Users.Builder();
        if (value != JsonToken.START_ARRAY) {
            throw fault.apply("a list of users must stand here");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw fault.apply("a user must stand here");
            }
            user(users);
        }
        return users.build();
    }

    private void user(Users.Builder users) {
        names.clear();
        Draft draft = new Draft();
        long seen = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            int number = KEYS.getOrDefault(key, NO_KEY);
            if (number != NO_KEY && (seen & 1L << number) != 0) {
                throw fault.apply("'" + key + "' is given twice for one user");
            }
            seen |= number == NO_KEY ? 0 : 1L << number;
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (!name(key, token)) {
                String text = token == JsonToken.VALUE_NULL ? null : json.getValueAsString();
                draft.take(key, text == null || text.isEmpty() ? null : text);
            }
        }
        draft.addTo(users);
    }

    /** Takes a value that is one of the user's names; false when it is something else. */
    private boolean name(String key, JsonToken token) {
        IdentifierKind kind = NAMES.get(key);
        if (kind == null && !key.equals(DOMAIN)) {
            return false;
        }
        if (token != JsonToken.VALUE_NULL) {
            char[] text = json.getStringCharacters();
            if (kind == null) {
                names.putDomain(text, json.getStringOffset(), json.getStringLength());
            } else {
                names.put(kind, text, json.getStringOffset(), json.getStringLength());
            }
        }
        return true;
    }

    private final class Draft {
        private @Nullable String site;
        private @Nullable String line;
        private Identity.@Nullable Tag conferencing;
        private Identity.@Nullable Tag voice;
        private boolean enabled = true;
        private boolean enterpriseVoice;
        private boolean remoteCallControl;
        private boolean audioVideoDisabled;
        private @Nullable Home provider;
        private @Nullable Home locator;

        void take(String key, @Nullable String value) {
            switch (key) {
                case "Site" -> site = value;
                case "LineURI" -> line = value;
                case "ConferencingPolicy" -> conferencing = tag(value);
                case "VoicePolicy" -> voice = tag(value);
                case "Enabled" -> enabled = value == null || flag(key, value);
                case "EnterpriseVoiceEnabled" -> enterpriseVoice = value != null && flag(key, value);
                case "RemoteCallControlTelephonyEnabled" -> remoteCallControl = value != null && flag(key, value);
                case "AudioVideoDisabled" -> audioVideoDisabled = value != null && flag(key, value);
                case HOSTING_PROVIDER -> provider = Home.of(value).orElse(Home.NOWHERE);
                case DEPLOYMENT_LOCATOR -> locator = Home.of(value).orElse(null);
                default -> {}
            }
        }

        private boolean flag(String key, String value) {
            return Words.flag(value)
                    .orElseThrow(() -> fault.apply(key + " must be true or false, not '" + value + "'"));
        }

        void addTo(Users.Builder users) {
            Account account = new Account(enabled, enterpriseVoice, remoteCallControl, audioVideoDisabled, home());
            if (names.isEmpty()) {
                throw fault.apply("the user has no name");
            }
            users.add(names, new UserConfiguration(site, account, conferencing, voice), line);
        }

        private Home home() {
            if (provider == null || (provider == Home.NOWHERE && locator != null)) {
                return locator == null ? Home.ON_PREMISES : locator;
            }
            return provider;
        }

        private Identity.@Nullable Tag tag(@Nullable String value) {
            return value == null
                    ? null
                    : tags.computeIfAbsent(
                            value, v -> Identity.of(v) instanceof Identity.Tag tag ? tag : new Identity.Tag(v));
        }
    }
}

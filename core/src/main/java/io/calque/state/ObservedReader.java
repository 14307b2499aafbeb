package io.calque.state;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.source.BrokenJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads observed state from its JSON form (the contract's {@code observed.json}), as a stream: a million users fit. Keys that are
 * not known are skipped, because the simulated pool and others keep more in the same file.
 */
public final class ObservedReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String HELP =
            "Copy the file whole from where it was made, or write it again with calque pool dump";

    private final String name;
    private final JsonParser json;
    private ProductVersion product = ProductVersion.SFB_SE;
    private final List<String> sites = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private Users users = Users.of(List.of());

    private ObservedReader(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /** Reads a whole state and closes the stream; a state that can't be read is a fault with its place. */
    public static Observed read(String name, InputStream in) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            return new ObservedReader(name, json).read();
        } catch (JacksonException e) {
            Place place = e.getLocation() == null
                    ? Place.of(name)
                    : new Place(
                            name,
                            Math.max(e.getLocation().getLineNr(), 0),
                            Math.max(e.getLocation().getColumnNr(), 0));
            throw new Fault(Finding.of(Code.OBSERVED_STATE, "no observed state: " + BrokenJson.words(e))
                    .help(HELP)
                    .at(place));
        }
    }

    private Observed read() {
        expect(json.nextToken(), JsonToken.START_OBJECT, "an object");
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = once(seen, json.currentName());
            JsonToken value = json.nextToken();
            switch (key) {
                case "product" -> product = product(json.getValueAsString(""));
                case "sites" -> sites(value);
                case "policies" -> policies(value);
                case "users" -> users = new UsersReader(json, this::fault).read(value);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw fault("something stands behind its end");
        }
        if (!seen.contains("users")) {
            throw fault("it has no key 'users'");
        }
        return new Observed(product, sites, PolicySet.of(policies), users);
    }

    private ProductVersion product(String id) {
        return ProductVersion.of(id).orElseThrow(() -> fault("'" + id + "' is not a product version"));
    }

    private void sites(JsonToken value) {
        expect(value, JsonToken.START_ARRAY, "a list of sites");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            sites.add(json.currentToken() == JsonToken.START_OBJECT ? identity() : json.getValueAsString(""));
        }
    }

    /** Sites as objects, as some exports hold them: their names are what counts. */
    private String identity() {
        String identity = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals("Identity")) {
                identity = json.getValueAsString("");
            } else {
                json.skipChildren();
            }
        }
        return identity;
    }

    private void policies(JsonToken value) {
        expect(value, JsonToken.START_OBJECT, "policies by type");
        Set<String> types = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<PolicyType> type = PolicyType.of(once(types, json.currentName()));
            JsonToken byIdentity = json.nextToken();
            if (type.isEmpty()) {
                json.skipChildren();
                continue;
            }
            expect(byIdentity, JsonToken.START_OBJECT, "policies by identity");
            Set<String> identities = new HashSet<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                Identity identity = Identity.of(json.currentName());
                once(identities, identity.key());
                expect(json.nextToken(), JsonToken.START_OBJECT, "settings");
                policies.add(new Policy(type.get(), identity, settings(type.get())));
            }
        }
    }

    private Map<String, Value> settings(PolicyType type) {
        Map<String, Value> settings = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<Setting> setting = Catalogue.standard().setting(type, once(names, json.currentName()));
            JsonToken token = json.nextToken();
            if (setting.isPresent()) {
                value(setting.get(), token)
                        .ifPresent(v -> settings.put(setting.get().name(), v));
            } else {
                json.skipChildren();
            }
        }
        return settings;
    }

    private Optional<Value> value(Setting setting, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        return switch (ValueJson.read(setting, json)) {
            case SettingType.Reading.Good(Value value) -> Optional.of(value);
            case SettingType.Reading.Bad(String problem, var _, var _) -> throw fault(setting.name() + " " + problem);
        };
    }

    /** Of two values of one key a reader could take either, so that neither is taken. */
    private String once(Set<String> seen, String key) {
        if (!seen.add(key)) {
            throw fault("'" + key + "' is given twice");
        }
        return key;
    }

    private void expect(JsonToken actual, JsonToken expected, String what) {
        if (actual != expected) {
            throw fault(what + " must stand here");
        }
    }

    private Fault fault(String message) {
        return new Fault(Finding.of(Code.OBSERVED_STATE, "no observed state: " + message)
                .help(HELP)
                .at(new Place(
                        name,
                        json.currentTokenLocation().getLineNr(),
                        json.currentTokenLocation().getColumnNr())));
    }
}

package io.calque.plan;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.state.ValueJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one step from its JSON object. */
final class StepReader {
    private final JsonParser json;
    private final Function<String, Fault> fault;
    private String kind = "";
    private String subject = "";
    private String type = "";
    private String because = "";
    private @Nullable Object before;
    private @Nullable Object after;

    StepReader(JsonParser json, Function<String, Fault> fault) {
        this.json = json;
        this.fault = fault;
    }

    NumberedStep read() {
        long id = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "id" -> id = json.getValueAsLong();
                case "kind" -> kind = json.getValueAsString("");
                case "subject" -> subject = json.getValueAsString("");
                case "type" -> type = json.getValueAsString("");
                case "before" -> before = content();
                case "after" -> after = content();
                case "because" -> because = json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        StepKind known = StepKind.of(kind).orElseThrow(() -> fault.apply("there is no kind of step '" + kind + "'"));
        return new NumberedStep(id, step(known));
    }

    private Step step(StepKind known) {
        return switch (known) {
            case CREATE_POLICY -> new Step.CreatePolicy(policy(after), because);
            case REMOVE_POLICY -> new Step.RemovePolicy(policy(before), because);
            case SET_POLICY ->
                new Step.SetPolicy(policyType(), Identity.of(subject), settings(before), settings(after), because);
            case GRANT -> new Step.Grant(subject, policyType(), tag(before), need(tag(after)), because);
            case REVOKE -> new Step.Revoke(subject, policyType(), need(tag(before)), because);
            case ENABLE_VOICE -> new Step.EnableVoice(subject, because);
            case DISABLE_VOICE -> new Step.DisableVoice(subject, because);
            case SET_LINE -> new Step.SetLine(subject, text(before), text(after), because);
        };
    }

    /** A null, a text, or settings; flags of voice steps are told by their kind. */
    private @Nullable Object content() {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case START_OBJECT -> object();
            default -> null;
        };
    }

    private Map<String, Value> object() {
        Map<String, Value> settings = new LinkedHashMap<>();
        Optional<PolicyType> known = PolicyType.of(type);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            Setting setting = known.flatMap(t -> Catalogue.standard().setting(t, name))
                    .orElseThrow(() -> fault.apply("there is no setting '" + name + "' of type '" + type + "'"));
            switch (ValueJson.read(setting, json)) {
                case SettingType.Reading.Good(Value value) -> settings.put(setting.name(), value);
                case SettingType.Reading.Bad(String problem, var _, var _) ->
                    throw fault.apply(setting.name() + " " + problem);
            }
        }
        return settings;
    }

    private Policy policy(@Nullable Object content) {
        return new Policy(policyType(), Identity.of(subject), settings(content));
    }

    private PolicyType policyType() {
        return PolicyType.of(type).orElseThrow(() -> fault.apply("there is no policy type '" + type + "'"));
    }

    @SuppressWarnings("unchecked") // Only object() makes maps.
    private Map<String, Value> settings(@Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            return (Map<String, Value>) map;
        }
        throw fault.apply("settings must stand here");
    }

    private Identity.@Nullable Tag tag(@Nullable Object content) {
        String text = text(content);
        if (text == null) {
            return null;
        }
        return Identity.of(text) instanceof Identity.Tag tag ? tag : tagFault(text);
    }

    private Identity.Tag tagFault(String text) {
        throw fault.apply("'" + text + "' is not a user policy");
    }

    private Identity.Tag need(Identity.@Nullable Tag tag) {
        if (tag == null) {
            throw fault.apply("a policy must stand here");
        }
        return tag;
    }

    private static @Nullable String text(@Nullable Object content) {
        return content instanceof String text ? text : null;
    }
}

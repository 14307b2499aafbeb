package io.calque.state;

import io.calque.catalogue.PolicyType;
import io.calque.people.Identifiers;
import io.calque.policy.Home;
import io.calque.policy.Policy;
import java.io.OutputStream;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes observed state in its JSON form, one user a line, always the same bytes for the same state. */
public final class ObservedWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final String ONLINE_PROVIDER = "sipfed.online.lync.com";

    private ObservedWriter() {}

    /** Writes a whole state; the stream stays open. */
    public static void write(Observed observed, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(observed, json);
        }
    }

    /** Writes a whole state; the writer stays open. */
    public static void write(Observed observed, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(observed, json);
        }
    }

    private static void write(Observed observed, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("product", observed.product().id());
        json.writeArrayPropertyStart("sites");
        observed.sites().forEach(json::writeString);
        json.writeEndArray();
        json.writeName("policies");
        policies(observed, json);
        json.writeArrayPropertyStart("users");
        for (UserState user : observed.users()) {
            json.writeRaw('\n');
            user(user, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void policies(Observed observed, JsonGenerator json) {
        json.writeStartObject();
        for (PolicyType type : PolicyType.values()) {
            json.writeObjectPropertyStart(type.id());
            for (Policy policy : observed.policies().all(type)) {
                json.writeName(policy.identity().print());
                ValueJson.write(policy.settings(), json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void user(UserState user, JsonGenerator json) {
        Identifiers ids = user.ids();
        json.writeStartObject();
        text(json, "SamAccountName", ids.samAccountName());
        text(json, "Domain", ids.domain());
        text(json, "UserPrincipalName", ids.userPrincipalName());
        text(json, "SipAddress", ids.sipAddress());
        text(json, "DisplayName", ids.displayName());
        text(json, "DistinguishedName", ids.distinguishedName());
        text(json, "Site", user.site());
        json.writeBooleanProperty("Enabled", user.account().enabled());
        json.writeBooleanProperty("EnterpriseVoiceEnabled", user.account().enterpriseVoice());
        json.writeBooleanProperty(
                "RemoteCallControlTelephonyEnabled", user.account().remoteCallControl());
        json.writeBooleanProperty("AudioVideoDisabled", user.account().audioVideoDisabled());
        home(json, user.account().home());
        text(json, "LineURI", user.lineUri());
        text(
                json,
                "ConferencingPolicy",
                user.conferencing() == null ? null : user.conferencing().print());
        text(json, "VoicePolicy", user.voice() == null ? null : user.voice().print());
        json.writeEndObject();
    }

    /** Left out for people on premises, as files from before say nothing about homes. */
    private static void home(JsonGenerator json, Home home) {
        switch (home) {
            case ON_PREMISES -> {}
            case ONLINE -> json.writeStringProperty(UsersReader.HOSTING_PROVIDER, ONLINE_PROVIDER);
            case NOWHERE -> json.writeNullProperty(UsersReader.HOSTING_PROVIDER);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}

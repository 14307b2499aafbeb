package io.calque.lync.script;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.PolicyCmdlets;
import io.calque.lync.cmdlet.PolicyIdentity;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.policy.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Steps as tests need them. */
final class Steps {
    private Steps() {}

    static ScriptStep grant(long id, String user, @Nullable String before, @Nullable String after) {
        return new ScriptStep.OnUser(
                id,
                after == null ? "revoke" : "grant",
                new UserIdentity(user),
                UserProperty.CONFERENCING_POLICY,
                before,
                after,
                UserCmdlets.grantFed(PolicyType.CONFERENCING, after));
    }

    static ScriptStep voice(long id, String user, boolean on) {
        return new ScriptStep.OnUser(
                id,
                on ? "enable-voice" : "disable-voice",
                new UserIdentity(user),
                UserProperty.ENTERPRISE_VOICE_ENABLED,
                on ? "False" : "True",
                on ? "True" : "False",
                UserCmdlets.voiceFed(on));
    }

    static ScriptStep line(long id, String user, @Nullable String before, @Nullable String after) {
        return new ScriptStep.OnUser(
                id,
                "set-line",
                new UserIdentity(user),
                UserProperty.LINE_URI,
                before,
                after,
                UserCmdlets.lineFed(after));
    }

    static ScriptStep createPolicy(long id, PolicyType type, String name, SortedMap<String, Value> settings) {
        PolicyIdentity policy = new PolicyIdentity(new Identity.Tag(name));
        return new ScriptStep.OnPolicy(
                id, "create-policy", type, policy, null, settings, PolicyCmdlets.create(type, policy, settings));
    }

    static ScriptStep setPolicy(
            long id, PolicyType type, String name, SortedMap<String, Value> before, SortedMap<String, Value> after) {
        PolicyIdentity policy = new PolicyIdentity(Identity.of(name));
        return new ScriptStep.OnPolicy(
                id, "set-policy", type, policy, before, after, PolicyCmdlets.set(type, policy, after));
    }

    static ScriptStep removePolicy(long id, PolicyType type, String name) {
        PolicyIdentity policy = new PolicyIdentity(new Identity.Tag(name));
        return new ScriptStep.OnPolicy(
                id, "remove-policy", type, policy, new TreeMap<>(), null, PolicyCmdlets.remove(type, policy));
    }

    static SortedMap<String, Value> settings(Object... namesAndValues) {
        SortedMap<String, Value> settings = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(
                    (String) namesAndValues[i],
                    switch (namesAndValues[i + 1]) {
                        case Boolean on -> new Value.Flag(on);
                        case Integer number -> new Value.Int(number);
                        case String text -> new Value.Text(text);
                        case List<?> items ->
                            new Value.Texts(items.stream().map(String::valueOf).toList());
                        case Object other -> throw new IllegalArgumentException("no setting: " + other);
                    });
        }
        return settings;
    }

    static Path file(Path folder, String name, List<ScriptStep> steps) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            ScriptWriter.write(
                    new ScriptHeader(ProductVersion.LYNC_2013, "sha256:0000", steps.size()), steps.stream(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

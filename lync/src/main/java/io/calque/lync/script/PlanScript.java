package io.calque.lync.script;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.PolicyCmdlets;
import io.calque.lync.cmdlet.PolicyIdentity;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.script.ScriptStep.OnPolicy;
import io.calque.lync.script.ScriptStep.OnUser;
import io.calque.plan.Plan;
import io.calque.plan.Step;
import io.calque.policy.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Interprets a plan as a PowerShell script. */
public final class PlanScript {
    private PlanScript() {}

    /**
     * Writes the script of a plan and flushes the stream, which stays open.
     *
     * @throws Fault with a finding for every step that names something with characters that no name may hold; nothing is written then
     */
    public static void write(Plan plan, OutputStream out) throws IOException {
        List<ScriptStep> steps = steps(plan.steps());
        ScriptHeader header =
                new ScriptHeader(plan.header().product(), plan.header().fingerprint(), steps.size());
        ScriptWriter.write(header, steps.stream(), out);
    }

    /** The steps of a script for the steps of a plan, numbered from 1. */
    static List<ScriptStep> steps(List<Step> plan) {
        List<ScriptStep> steps = new ArrayList<>(plan.size());
        Findings findings = new Findings();
        for (Step step : plan) {
            try {
                steps.add(step(steps.size() + 1L, step));
            } catch (Fault e) {
                findings.addAll(e.findings());
            }
        }
        if (findings.hasErrors()) {
            throw new Fault(findings.sorted());
        }
        return steps;
    }

    private static ScriptStep step(long id, Step step) {
        String kind = step.kind().word();
        return switch (step) {
            case Step.CreatePolicy(var policy, var _) -> {
                PolicyIdentity identity = new PolicyIdentity(policy.identity());
                SortedMap<String, Value> settings = new TreeMap<>(policy.settings());
                Cmdlet write = PolicyCmdlets.create(policy.type(), identity, settings);
                yield new OnPolicy(id, kind, policy.type(), identity, null, settings, write);
            }
            case Step.SetPolicy set -> {
                PolicyIdentity identity = new PolicyIdentity(set.identity());
                SortedMap<String, Value> after = new TreeMap<>(set.after());
                Cmdlet write = PolicyCmdlets.set(set.type(), identity, after);
                yield new OnPolicy(id, kind, set.type(), identity, sorted(set.before()), after, write);
            }
            case Step.RemovePolicy(var policy, var _) -> {
                PolicyIdentity identity = new PolicyIdentity(policy.identity());
                Cmdlet write = PolicyCmdlets.remove(policy.type(), identity);
                yield new OnPolicy(id, kind, policy.type(), identity, sorted(policy.settings()), null, write);
            }
            case Step.Grant grant -> grant(id, kind, grant.subject(), grant.type(), grant.before(), grant.after());
            case Step.Revoke revoke -> grant(id, kind, revoke.subject(), revoke.type(), revoke.before(), null);
            case Step.EnableVoice voice -> voice(id, kind, voice.subject(), true);
            case Step.DisableVoice voice -> voice(id, kind, voice.subject(), false);
            case Step.SetLine line -> {
                UserIdentity user = new UserIdentity(line.subject());
                Cmdlet write = UserCmdlets.lineFed(line.after());
                yield new OnUser(id, kind, user, UserProperty.LINE_URI, line.before(), line.after(), write);
            }
        };
    }

    private static ScriptStep grant(
            long id,
            String kind,
            String subject,
            PolicyType type,
            Identity.@Nullable Tag before,
            Identity.@Nullable Tag after) {
        UserIdentity user = new UserIdentity(subject);
        String policy = after == null ? null : new PolicyIdentity(after).text();
        return new OnUser(
                id,
                kind,
                user,
                UserProperty.grant(type),
                before == null ? null : before.print(),
                policy,
                UserCmdlets.grantFed(type, policy));
    }

    private static ScriptStep voice(long id, String kind, String subject, boolean on) {
        return new OnUser(
                id,
                kind,
                new UserIdentity(subject),
                UserProperty.ENTERPRISE_VOICE_ENABLED,
                new Value.Flag(!on).print(),
                new Value.Flag(on).print(),
                UserCmdlets.voiceFed(on));
    }

    private static SortedMap<String, Value> sorted(Map<String, Value> settings) {
        return new TreeMap<>(settings);
    }
}

package io.calque.lync.script;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.PolicyIdentity;
import io.calque.lync.cmdlet.StepCmdlets;
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
        Cmdlet write = StepCmdlets.write(step);
        return switch (step) {
            case Step.CreatePolicy(var policy, var _) ->
                new OnPolicy(
                        id,
                        kind,
                        policy.type(),
                        new PolicyIdentity(policy.identity()),
                        null,
                        sorted(policy.settings()),
                        write);
            case Step.SetPolicy set ->
                new OnPolicy(
                        id,
                        kind,
                        set.type(),
                        new PolicyIdentity(set.identity()),
                        sorted(set.before()),
                        sorted(set.after()),
                        write);
            case Step.RemovePolicy(var policy, var _) ->
                new OnPolicy(
                        id,
                        kind,
                        policy.type(),
                        new PolicyIdentity(policy.identity()),
                        sorted(policy.settings()),
                        null,
                        write);
            case Step.Grant grant -> {
                UserProperty property = UserProperty.grant(grant.type());
                yield user(id, grant, property, name(grant.before()), new PolicyIdentity(grant.after()).text(), write);
            }
            case Step.Revoke revoke ->
                user(id, revoke, UserProperty.grant(revoke.type()), name(revoke.before()), null, write);
            case Step.EnableVoice voice -> voice(id, voice, true, write);
            case Step.DisableVoice voice -> voice(id, voice, false, write);
            case Step.SetLine line -> user(id, line, UserProperty.LINE_URI, line.before(), line.after(), write);
        };
    }

    private static ScriptStep voice(long id, Step.OfUser step, boolean on, Cmdlet write) {
        String before = new Value.Flag(!on).print();
        return user(id, step, UserProperty.ENTERPRISE_VOICE_ENABLED, before, new Value.Flag(on).print(), write);
    }

    private static ScriptStep user(
            long id,
            Step.OfUser step,
            UserProperty property,
            @Nullable String before,
            @Nullable String after,
            Cmdlet write) {
        return new OnUser(id, step.kind().word(), new UserIdentity(step.subject()), property, before, after, write);
    }

    private static @Nullable String name(Identity.@Nullable Tag policy) {
        return policy == null ? null : policy.print();
    }

    private static SortedMap<String, Value> sorted(Map<String, Value> settings) {
        return new TreeMap<>(settings);
    }
}

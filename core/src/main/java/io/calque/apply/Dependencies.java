package io.calque.apply;

import io.calque.catalogue.PolicyType;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.policy.Identity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which steps must not be tried because one before them was not done: a grant of a policy that was not created, a number that its
 * holder did not give up, voice for a user whose number was not set, the removal of a policy that somebody still has.
 */
final class Dependencies {
    private final Map<String, Long> unmet = new HashMap<>();

    /** A step was not done, or not for certain. */
    void fail(NumberedStep failed) {
        switch (failed.step()) {
            case Step.CreatePolicy create -> lack(policy(create.type(), create.identity()), failed);
            case Step.SetPolicy _, Step.EnableVoice _, Step.DisableVoice _, Step.RemovePolicy _ -> {}
            case Step.Grant grant -> lack(unused(grant.type(), grant.before()), failed);
            case Step.Revoke revoke -> lack(unused(revoke.type(), revoke.before()), failed);
            case Step.SetLine line -> {
                lack(lineOf(line.subject()), failed);
                lack(free(line.before()), failed);
            }
        }
    }

    /** Why a step must be skipped; empty when it may be tried. */
    Optional<String> obstacle(Step step) {
        Long failed = switch (step) {
            case Step.CreatePolicy _, Step.SetPolicy _, Step.DisableVoice _, Step.Revoke _ -> null;
            case Step.Grant grant -> unmet.get(policy(grant.type(), grant.after()));
            case Step.EnableVoice voice -> unmet.get(lineOf(voice.subject()));
            case Step.RemovePolicy remove -> unmet.get(unused(remove.type(), remove.identity()));
            case Step.SetLine line -> {
                Long own = unmet.get(lineOf(line.subject()));
                yield own != null || line.after() == null ? own : unmet.get(free(line.after()));
            }
        };
        return Optional.ofNullable(failed).map(id -> "depends on step " + id + ", which was not done");
    }

    private void lack(String what, NumberedStep failed) {
        unmet.putIfAbsent(what, failed.id());
    }

    private static String policy(PolicyType type, Identity identity) {
        return "policy " + type.id() + " " + identity.key();
    }

    private static String unused(PolicyType type, @Nullable Identity identity) {
        return "unused " + type.id() + " " + (identity == null ? "" : identity.key());
    }

    private static String lineOf(String subject) {
        return "line of " + Step.key(subject);
    }

    private static String free(@Nullable String line) {
        return "free " + (line == null ? "" : Step.key(line));
    }
}

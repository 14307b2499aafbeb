package io.calque.plan;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.people.Fold;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One change to a server, with what was before and why. Immutable. */
public sealed interface Step {
    /** What is changed: a policy's identity or the name under which the server knows a user. */
    String subject();

    /** A subject as subjects are compared: the product takes no account of the case of SIP addresses and identities. */
    static String key(String subject) {
        return String.valueOf(Fold.text(subject));
    }

    /** Why, for people; never decided upon. */
    String because();

    /** Its kind. */
    default StepKind kind() {
        return switch (this) {
            case CreatePolicy _ -> StepKind.CREATE_POLICY;
            case SetPolicy _ -> StepKind.SET_POLICY;
            case RemovePolicy _ -> StepKind.REMOVE_POLICY;
            case Grant _ -> StepKind.GRANT;
            case Revoke _ -> StepKind.REVOKE;
            case EnableVoice _ -> StepKind.ENABLE_VOICE;
            case DisableVoice _ -> StepKind.DISABLE_VOICE;
            case SetLine _ -> StepKind.SET_LINE;
        };
    }

    /** A step about a policy. */
    sealed interface OfPolicy extends Step {
        /** The policy's type. */
        PolicyType type();

        /** The policy's identity. */
        Identity identity();

        @Override
        default String subject() {
            return identity().print();
        }
    }

    /** A step about a user. */
    sealed interface OfUser extends Step {
        /** The same for another user. */
        default OfUser of(String user) {
            return switch (this) {
                case Grant(var _, var type, var before, var after, var because) ->
                    new Grant(user, type, before, after, because);
                case Revoke(var _, var type, var before, var because) -> new Revoke(user, type, before, because);
                case EnableVoice(var _, var because) -> new EnableVoice(user, because);
                case DisableVoice(var _, var because) -> new DisableVoice(user, because);
                case SetLine(var _, var before, var after, var because) -> new SetLine(user, before, after, because);
            };
        }
    }

    /** A new policy; what it does not set has the product's default. */
    record CreatePolicy(Policy policy, String because) implements OfPolicy {
        @Override
        public PolicyType type() {
            return policy.type();
        }

        @Override
        public Identity identity() {
            return policy.identity();
        }
    }

    /**
     * Settings of a policy that is there.
     *
     * @param before the values in force that change, by setting; those that no documentation tells are absent
     * @param after the new values, by setting
     */
    record SetPolicy(
            PolicyType type, Identity identity, Map<String, Value> before, Map<String, Value> after, String because)
            implements OfPolicy {
        public SetPolicy {
            before = Collections.unmodifiableMap(new TreeMap<>(before));
            after = Collections.unmodifiableMap(new TreeMap<>(after));
        }
    }

    /** A user or site policy that goes; {@code policy} is what it was. */
    record RemovePolicy(Policy policy, String because) implements OfPolicy {
        @Override
        public PolicyType type() {
            return policy.type();
        }

        @Override
        public Identity identity() {
            return policy.identity();
        }
    }

    /** A user policy given to a user, {@code before} being the one that the user had. */
    record Grant(String subject, PolicyType type, Identity.@Nullable Tag before, Identity.Tag after, String because)
            implements OfUser {}

    /** A user policy taken from a user, so that the site or Global decides. */
    record Revoke(String subject, PolicyType type, Identity.Tag before, String because) implements OfUser {}

    /** Enterprise Voice on. */
    record EnableVoice(String subject, String because) implements OfUser {}

    /** Enterprise Voice off. */
    record DisableVoice(String subject, String because) implements OfUser {}

    /** Another primary number, {@code null} for none. */
    record SetLine(
            String subject,
            @Nullable String before,
            @Nullable String after,
            String because) implements OfUser {}
}

package io.calque.lync.script;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.PolicyIdentity;
import io.calque.lync.cmdlet.UserIdentity;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One step of a script: what to read, what it should show, and what to write where it does not. */
public sealed interface ScriptStep {
    /** The step's number in the plan. */
    long id();

    /** The plan's word for the kind of step: {@code grant}. */
    String kind();

    /**
     * A step on one user.
     *
     * @param property the property of Get-CsUser that tells whether it is done
     * @param before that property as the plan saw it; null for none
     * @param after as it shall be; null for none
     * @param write what writes it; takes the user from the pipeline, so that the same call serves many users
     */
    record OnUser(
            long id,
            String kind,
            UserIdentity user,
            UserProperty property,
            @Nullable String before,
            @Nullable String after,
            Cmdlet write)
            implements ScriptStep {}

    /**
     * A step on one policy.
     *
     * @param before the settings that the plan saw; null where there was no such policy
     * @param after the settings that it shall have, at least those that differ; null where it shall be gone
     * @param write what makes it so
     */
    record OnPolicy(
            long id,
            String kind,
            PolicyType type,
            PolicyIdentity policy,
            @Nullable SortedMap<String, Value> before,
            @Nullable SortedMap<String, Value> after,
            Cmdlet write)
            implements ScriptStep {
        public OnPolicy {
            before = before == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(before));
            after = after == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(after));
        }
    }
}

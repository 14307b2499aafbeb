package io.calque.workspace;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import java.util.Map;
import java.util.Optional;

/**
 * What the workspace says about the numbers by which the directory names policies and sites. What it does not say is learned.
 *
 * @param types policy types by their number; empty for a type that Calque does not manage
 * @param policies policies by type and number, written {@code 1=17} as the directory holds them
 * @param sites the names of sites by their number
 */
public record DirectoryNumbers(
        Map<Integer, Optional<PolicyType>> types, Map<String, Identity.Tag> policies, Map<String, String> sites) {
    /** Nothing is said. */
    public static final DirectoryNumbers NONE = new DirectoryNumbers(Map.of(), Map.of(), Map.of());

    public DirectoryNumbers {
        types = Map.copyOf(types);
        policies = Map.copyOf(policies);
        sites = Map.copyOf(sites);
    }
}

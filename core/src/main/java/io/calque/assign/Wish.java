package io.calque.assign;

import io.calque.policy.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What a persona wants granted of one policy type. A persona that says nothing has no wish, and what is granted stays.
 *
 * @param policy the user policy to grant; null for none, so that the site or Global decides
 */
public record Wish(Identity.@Nullable Tag policy) {}

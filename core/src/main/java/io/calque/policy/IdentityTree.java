package io.calque.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map from identities to policies, of which a change makes a new one that shares all but a path with the old one: a plan over
 * thousands of new policies looks at thousands of states. A balanced binary tree (AVL); null is the empty one. Immutable.
 *
 * @param policy the policy at this node
 * @param left those with lesser identities
 * @param right those with greater ones
 * @param height the longest path down, in nodes
 */
record IdentityTree(
        Policy policy,
        @Nullable IdentityTree left,
        @Nullable IdentityTree right,
        int height) {

    /** The policy with an identity; null where there is none. */
    static @Nullable Policy find(@Nullable IdentityTree tree, Identity identity) {
        IdentityTree at = tree;
        while (at != null) {
            int order = identity.compareTo(at.policy.identity());
            if (order == 0) {
                return at.policy;
            }
            at = order < 0 ? at.left : at.right;
        }
        return null;
    }

    /** With a policy in the place of the one of its identity, if there is one. */
    static IdentityTree with(@Nullable IdentityTree tree, Policy policy) {
        if (tree == null) {
            return new IdentityTree(policy, null, null, 1);
        }
        int order = policy.identity().compareTo(tree.policy.identity());
        if (order == 0) {
            return new IdentityTree(policy, tree.left, tree.right, tree.height);
        }
        return order < 0
                ? balanced(tree.policy, with(tree.left, policy), tree.right)
                : balanced(tree.policy, tree.left, with(tree.right, policy));
    }

    /** Without the policy of an identity. */
    static @Nullable IdentityTree without(@Nullable IdentityTree tree, Identity identity) {
        if (tree == null) {
            return null;
        }
        int order = identity.compareTo(tree.policy.identity());
        if (order < 0) {
            return balanced(tree.policy, without(tree.left, identity), tree.right);
        }
        if (order > 0) {
            return balanced(tree.policy, tree.left, without(tree.right, identity));
        }
        if (tree.left == null || tree.right == null) {
            return tree.left == null ? tree.right : tree.left;
        }
        Policy next = least(tree.right);
        return balanced(next, tree.left, without(tree.right, next.identity()));
    }

    /** All policies in the order of their identities. */
    static List<Policy> all(@Nullable IdentityTree tree) {
        List<Policy> all = new ArrayList<>();
        each(tree, all::add);
        return Collections.unmodifiableList(all);
    }

    private static void each(@Nullable IdentityTree tree, Consumer<Policy> consumer) {
        if (tree != null) {
            each(tree.left, consumer);
            consumer.accept(tree.policy);
            each(tree.right, consumer);
        }
    }

    private static Policy least(IdentityTree tree) {
        IdentityTree at = tree;
        while (at.left != null) {
            at = at.left;
        }
        return at.policy;
    }

    private static int height(@Nullable IdentityTree tree) {
        return tree == null ? 0 : tree.height;
    }

    private static IdentityTree node(Policy policy, @Nullable IdentityTree left, @Nullable IdentityTree right) {
        return new IdentityTree(policy, left, right, 1 + Math.max(height(left), height(right)));
    }

    /** A node whose sides differ by two at most, rotated so that they differ by one at most. */
    private static IdentityTree balanced(Policy policy, @Nullable IdentityTree left, @Nullable IdentityTree right) {
        if (left != null && height(left) > height(right) + 1) {
            IdentityTree inner = left.right;
            return inner != null && height(inner) > height(left.left)
                    ? node(inner.policy, node(left.policy, left.left, inner.left), node(policy, inner.right, right))
                    : node(left.policy, left.left, node(policy, inner, right));
        }
        if (right != null && height(right) > height(left) + 1) {
            IdentityTree inner = right.left;
            return inner != null && height(inner) > height(right.right)
                    ? node(inner.policy, node(policy, left, inner.left), node(right.policy, inner.right, right.right))
                    : node(right.policy, node(policy, left, inner), right.right);
        }
        return node(policy, left, right);
    }
}

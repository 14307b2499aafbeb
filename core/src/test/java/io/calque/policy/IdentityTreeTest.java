package io.calque.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityTreeTest {
    /** Puts a policy, or takes one away. */
    record Move(String name, boolean put) {}

    @Property
    void it_holds_what_a_sorted_map_holds_and_never_changes_what_was(@ForAll("moves") List<Move> moves) {
        TreeMap<Identity, Policy> map = new TreeMap<>();
        IdentityTree tree = null;
        for (Move move : moves) {
            Identity identity = Identity.of(move.name());
            IdentityTree before = tree;
            List<Policy> was = IdentityTree.all(before);
            if (move.put()) {
                Policy policy = policy(move.name());
                map.put(identity, policy);
                tree = IdentityTree.with(tree, policy);
            } else {
                map.remove(identity);
                tree = IdentityTree.without(tree, identity);
            }
            assertThat(IdentityTree.all(tree)).containsExactlyElementsOf(map.values());
            assertThat(IdentityTree.find(tree, identity)).isSameAs(map.get(identity));
            assertThat(IdentityTree.all(before)).isEqualTo(was);
            assertThat(isBalanced(tree)).isTrue();
        }
    }

    @Test
    void ten_thousand_policies_in_order_are_fourteen_deep() {
        IdentityTree tree = null;
        for (int i = 0; i < 10_000; i++) {
            tree = IdentityTree.with(tree, policy("P%05d".formatted(i)));
        }

        assertThat(tree).isNotNull();
        assertThat(tree.height()).isEqualTo(14);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.integers()
                .between(0, 30)
                .flatMap(number -> Arbitraries.of(true, true, false)
                        .flatMap(put -> Arbitraries.of("P", "p").map(prefix -> new Move(prefix + number, put))))
                .list()
                .ofMaxSize(80);
    }

    private static Policy policy(String name) {
        return new Policy(PolicyType.CONFERENCING, Identity.of(name), Map.of());
    }

    private static boolean isBalanced(@Nullable IdentityTree tree) {
        return tree == null
                || (Math.abs(height(tree.left()) - height(tree.right())) <= 1
                        && tree.height() == 1 + Math.max(height(tree.left()), height(tree.right()))
                        && isBalanced(tree.left())
                        && isBalanced(tree.right()));
    }

    private static int height(@Nullable IdentityTree tree) {
        return tree == null ? 0 : tree.height();
    }
}

package io.calque.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final UserState ANN = granted("ann", "Sales").withLine("tel:+491");

    @Test
    void users_read_back_as_they_were() {
        List<UserState> some = List.of(ANN, World.user("bob"));
        Users users = Users.of(some);
        assertThat(users).isEqualTo(some);
        assertThat(users.subject(0)).isEqualTo(ANN.subject());
        assertThat(users.line(0)).isEqualTo("tel:+491");
        assertThat(users.line(1)).isNull();
        assertThat(Users.of(users)).isSameAs(users);
    }

    @Test
    void users_who_are_provided_for_alike_share_one_configuration() {
        Users users = Users.of(List.of(ANN, World.user("bob"), granted("cas", "Sales")));
        assertThat(users.configuration(2)).isSameAs(users.configuration(0)).isNotSameAs(users.configuration(1));
    }

    @Test
    void a_policy_keeps_the_spelling_that_it_has_for_each_user() {
        Users users = Users.of(List.of(ANN, granted("bob", "SALES"), granted("cas", "Sales")));
        assertThat(users)
                .extracting(user -> String.valueOf(user.conferencing()))
                .containsExactly("Tag[name=Sales]", "Tag[name=SALES]", "Tag[name=Sales]");
    }

    private static UserState granted(String name, String policy) {
        return World.user(name).withGrant(PolicyType.CONFERENCING, new Identity.Tag(policy));
    }
}

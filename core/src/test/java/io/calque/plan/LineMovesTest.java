package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.World;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.state.UserState;
import io.calque.state.Users;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineMovesTest {
    private static final UserState ANN = World.user("ann").withLine("tel:+491");
    private static final UserState BOB = World.user("bob").withLine("tel:+492");
    private static final UserState CAS = World.user("cas").withLine("tel:+493");
    private static final UserState DAN = World.user("dan");

    private static final List<UserState> EVERYBODY = List.of(ANN, BOB, CAS, DAN);

    private final Findings findings = new Findings();

    @Test
    void two_numbers_change_places_by_being_given_up_first() {
        assertThat(moves(wish(ANN, "tel:+492"), wish(BOB, "tel:+491")))
                .containsExactly(
                        "ann: tel:+491 > nothing",
                        "bob: tel:+492 > nothing",
                        "ann: nothing > tel:+492",
                        "bob: nothing > tel:+491");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void a_chain_moves_and_only_numbers_that_somebody_waits_for_are_given_up() {
        assertThat(moves(wish(DAN, "tel:+491"), wish(ANN, "tel:+499")))
                .containsExactly("ann: tel:+491 > nothing", "dan: nothing > tel:+491", "ann: nothing > tel:+499");
    }

    @Test
    void a_number_that_its_holder_keeps_is_not_taken() {
        assertThat(moves(wish(ANN, "tel:+493"))).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.LINE_TAKEN);
    }

    @Test
    void who_waits_for_somebody_who_can_not_move_can_not_move_either() {
        assertThat(moves(wish(DAN, "tel:+491"), wish(ANN, "tel:+492"), wish(BOB, "TEL:+493")))
                .isEmpty();
        assertThat(findings.sorted()).hasSize(3);
    }

    @Test
    void a_number_that_two_want_goes_to_neither() {
        assertThat(moves(wish(ANN, "tel:+499"), wish(DAN, "tel:+499"))).isEmpty();
        assertThat(findings.sorted()).hasSize(2);
    }

    private static LineMoves.Wanted wish(UserState user, String line) {
        return new LineMoves.Wanted(EVERYBODY.indexOf(user), user.subject(), line, "phone", null);
    }

    private List<String> moves(LineMoves.Wanted... wishes) {
        ProjectedUsers outcome = new ProjectedUsers(Users.of(EVERYBODY));
        return new LineMoves(outcome, findings)
                .steps(List.of(wishes)).stream()
                        .flatMap(step -> step instanceof Step.SetLine line ? Stream.of(line) : Stream.of())
                        .map(line -> line.subject().replaceAll("sip:|@.*", "") + ": "
                                + Side.of(line.before()).words() + " > "
                                + Side.of(line.after()).words())
                        .toList();
    }
}

package io.calque.meeting;

import java.util.List;

/** The same person from several computers and telephones (rules E1 to E4, S7). */
final class Endpoints {
    /** MaxEndpointsPerUser of the registrar, its default (E3). */
    private static final int MOST = 8;

    private static final String TOPIC = "second-endpoint";
    private static final String SEATS = "endpoint-seats";

    private Endpoints() {}

    /** The endpoint of somebody who is not in yet. */
    static String first(Turn turn) {
        String named = turn.step().endpoint();
        return named == null ? "endpoint 1" : named;
    }

    /** Somebody who is in joins again. */
    static Ruling another(Turn turn) {
        Session session = turn.session();
        String name = turn.me().name();
        List<String> before = List.copyOf(session.endpoints(name));
        String named = turn.step().endpoint();
        String endpoint = named == null ? "endpoint " + (before.size() + 1) : named;
        if (before.contains(endpoint)) {
            return Ruling.allowed("E2", name + " is in already from " + endpoint);
        }
        boolean byTelephone = endpoint.equals(Session.TELEPHONE);
        if (turn.gates().reads(TOPIC, "replaces") && !byTelephone) {
            return replace(turn, before, endpoint);
        }
        Ruling seat = seat(turn);
        if (seat.refuses()) {
            return seat;
        }
        if (before.size() >= MOST) {
            return Ruling.refused(
                    Gate.SERVER,
                    "E3",
                    name + " is signed in from " + MOST + " endpoints, the most that the server takes");
        }
        session.enter(name, endpoint);
        return byTelephone
                ? Ruling.allowed("E4", "the telephone is one more endpoint of " + name)
                : Ruling.allowed("E2", endpoint + " is one more endpoint of " + name)
                        .read(TOPIC);
    }

    /** Whether one more endpoint of somebody who is in finds a seat; it needs none where a person counts once. */
    private static Ruling seat(Turn turn) {
        if (!turn.session().isMeeting() || turn.gates().reads(SEATS, "once")) {
            return Ruling.allowed("S7", "one person takes one seat");
        }
        Ruling seat = Admission.seat(turn.session(), turn.organiser());
        return seat.refuses() ? seat.read(SEATS) : seat;
    }

    private static Ruling replace(Turn turn, List<String> before, String endpoint) {
        List<String> computers =
                before.stream().filter(e -> !e.equals(Session.TELEPHONE)).toList();
        String name = turn.me().name();
        computers.forEach(gone -> turn.session().replace(name, gone));
        turn.session().enter(name, endpoint);
        return computers.isEmpty()
                ? Ruling.allowed("E4", endpoint + " joins the telephone of " + name)
                : Ruling.removed(
                                "E1",
                                name + " joins from " + endpoint + "; " + String.join(", ", computers) + " is out")
                        .read(TOPIC);
    }
}

package io.calque.remoting.wsman;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.time.Duration;

/** How tests reach a lab: everything as usual, but for what a test changes. */
record LabClient(String url, Trust trust, Login login, Limits limits, WsManSettings settings, Tap tap) {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static LabClient to(HttpsLab lab) {
        return new LabClient(
                lab.url(),
                lab.trust(),
                Login.negotiate(password(HttpsLab.PASSWORD)),
                Limits.DEFAULT,
                WsManSettings.DEFAULT.withPoll(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                Tap.NONE);
    }

    static Credentials password(String password) {
        return new Credentials.Password(HttpsLab.USER, Secret.of(password));
    }

    LabClient by(Mechanism mechanism) {
        return as(Login.by(mechanism, password(HttpsLab.PASSWORD)));
    }

    LabClient as(Login other) {
        return new LabClient(url, trust, other, limits, settings, tap);
    }

    LabClient at(String other) {
        return new LabClient(other, trust, login, limits, settings, tap);
    }

    LabClient trusting(Trust other) {
        return new LabClient(url, other, login, limits, settings, tap);
    }

    LabClient within(Limits other) {
        return new LabClient(url, trust, login, other, settings, tap);
    }

    LabClient with(WsManSettings other) {
        return new LabClient(url, trust, login, limits, other, tap);
    }

    LabClient watchedBy(Tap other) {
        return new LabClient(url, trust, login, limits, settings, other);
    }

    WsManTransport transport() {
        return new WsManTransport(HttpsUrl.parse(url), trust, login, limits, settings, tap);
    }

    Session open() {
        return Session.open(transport(), PATIENCE);
    }

    /** Opens a session, grants one person a policy, and closes the session. */
    Outcome grant(String person, String policy) {
        try (var session = open()) {
            return session.run(granting(person, policy));
        }
    }

    static Call granting(String person, String policy) {
        return Call.of(Command.of(
                        "Grant-CsConferencingPolicy",
                        Parameter.of("Identity", person),
                        Parameter.of("PolicyName", policy)))
                .within(PATIENCE);
    }

    static Call users(Parameter... parameters) {
        return Call.of(Command.of("Get-CsUser", parameters)).within(PATIENCE);
    }
}

package io.calque.remoting.outofproc;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.session.Session;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** The same over HTTPS. */
class HttpsLabTest extends LabTest {
    private @Nullable HttpsLab lab;

    @Override
    Session connect(Path folder) {
        var started = HttpsLab.serve(Lab.in(folder, 20), folder, "-Auth", "negotiate");
        lab = started;
        var login = Login.negotiate(new Credentials.Password(HttpsLab.USER, Secret.of(HttpsLab.PASSWORD)));
        var url = HttpsUrl.parse(started.url());
        var trust = started.trust();
        return Session.open(
                new WsManTransport(url, trust, login, Limits.DEFAULT, WsManSettings.DEFAULT, Tap.NONE), OPENING);
    }

    @AfterAll
    void end() {
        if (lab != null) {
            lab.close();
        }
    }
}

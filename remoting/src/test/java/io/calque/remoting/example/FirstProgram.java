package io.calque.remoting.example;

import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import java.nio.file.Path;
import java.time.Duration;

/** Runs one command on a server and prints what comes back. Arguments: address, file of trusted certificates, user, password. */
public final class FirstProgram {
    private FirstProgram() {}

    /** The program of the README. */
    public static void main(String[] arguments) throws Exception {
        HttpsUrl url = HttpsUrl.parse(arguments[0]);
        Trust trust = Trust.bundle(Path.of(arguments[1]));
        Login login = Login.negotiate(new Credentials.Password(arguments[2], Secret.of(arguments[3])));
        var transport = new WsManTransport(url, trust, login, Limits.DEFAULT, WsManSettings.DEFAULT, Tap.NONE);
        try (Session session = Session.open(transport, Duration.ofMinutes(1))) {
            Call call = Call.of(Command.of("Get-CsUser", Parameter.of("Identity", "sip:ann@contoso.com")));
            switch (session.run(call)) {
                case Outcome.Done(var results) -> results.output().forEach(System.out::println);
                case Outcome.Refused(var error, var _) -> System.err.println(error.message());
                case Outcome.Stopped _ -> System.err.println("stopped");
                case Outcome.NotSent(String reason) -> System.err.println("not sent: " + reason);
                case Outcome.Unknown unknown -> System.err.println("may have run: " + unknown.reason());
            }
        }
    }
}

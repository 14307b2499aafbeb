package io.calque.bench;

import java.util.Optional;
import io.calque.server.Extent;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.live.Fate;
import io.calque.lync.live.LiveCommand;
import io.calque.lync.live.LiveState;
import io.calque.lync.live.ManyUsers;
import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Trust;
import io.calque.state.UserState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Grants over HTTPS with 20 ms of network delay and 1 ms a cmdlet: the article's loop, one {@code Get-CsUser | Grant-CsConferencingPolicy} a
 * user, beside one pipeline that is fed with all users; and beside that the server's own time, from its first grant to its last.
 */
public final class GrantBench {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String PASSWORD = "bench-only";

    private GrantBench() {}

    /** Arguments: the lab's program, a folder to work in, how many users. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String lab = arguments[0];
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int count = Integer.parseInt(arguments[2]);
        String state = "grants-" + ProcessHandle.current().pid() + ".json";
        await(start(folder, lab, "state", state, "init", "-Users", Integer.toString(count * 5 / 4 + 20)));
        Files.writeString(folder.resolve("faults.json"), "{\"networkMs\":20,\"latencyMs\":{\"*\":1}}");
        Process server = start(
                folder,
                lab,
                "serve",
                "-State",
                state,
                "-Faults",
                "faults.json",
                "-User",
                "admin",
                "-Password",
                PASSWORD,
                "-Domain",
                "CONTOSO",
                "-Language",
                "No");
        try {
            String ready = server.inputReader(StandardCharsets.UTF_8).readLine();
            Path certificate = Path.of(value(ready, "certificate"));
            try (Session session = open(value(ready, "url"), certificate)) {
                measure(session, folder.resolve(state + ".log"), count);
            } finally {
                Files.deleteIfExists(certificate);
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void measure(Session session, Path log, int count) throws IOException {
        List<UserIdentity> users = new LiveState(session, Optional.empty(), PATIENCE).read(new Extent.Everything()).observed(ProductVersion.LYNC_2013).users().stream()
                .filter(user -> user.conferencing() == null)
                .map(UserState::subject)
                .map(UserIdentity::new)
                .limit(count)
                .toList();

        long began = System.nanoTime();
        long done = users.stream().filter(user -> loop(session, user)).count();
        double loop = seconds(began);

        long before = lines(log);
        began = System.nanoTime();
        Map<UserIdentity, Fate> fates = ManyUsers.write(
                session, UserCmdlets.grantFed(PolicyType.CONFERENCING, "No ‘video’ & more"), users, PATIENCE);
        double batch = seconds(began);
        long batched = fates.values().stream()
                .filter(fate -> fate instanceof Fate.Done)
                .count();
        double own = serverSeconds(log, before);

        System.out.printf(
                "%-44s %8.2f s   %d of %d done%n",
                "one pipeline a user (the article's loop)", loop, done, users.size());
        System.out.printf(
                "%-44s %8.2f s   %d of %d done%n", "one pipeline for all users", batch, batched, users.size());
        System.out.printf("%-44s %8.2f s%n", "the server's own time in that pipeline", own);
        System.out.printf(
                "%.1f times faster (aim 20); %.2f times the server's own time (aim 1.3)%n", loop / batch, batch / own);
    }

    private static boolean loop(Session session, UserIdentity user) {
        Cmdlet grant = UserCmdlets.grantFed(PolicyType.CONFERENCING, "Sales");
        Outcome outcome = session.run(Call.of(LiveCommand.of(UserCmdlets.get(user)), LiveCommand.of(grant)));
        return outcome instanceof Outcome.Done(var results) && results.errors().isEmpty();
    }

    private static Session open(String url, Path certificate) throws IOException {
        Credentials admin = new Credentials.Password("CONTOSO\\admin", Secret.of(PASSWORD));
        return Session.open(
                new WsManTransport(
                        HttpsUrl.parse(url),
                        Trust.bundle(certificate),
                        Login.negotiate(admin),
                        Limits.DEFAULT,
                        WsManSettings.DEFAULT,
                        Tap.NONE),
                Duration.ofMinutes(1));
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    private static double serverSeconds(Path log, long from) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<Instant> times = lines.skip(from)
                    .filter(line -> line.contains("\"changes\""))
                    .map(line -> Instant.parse(value(line, "time")))
                    .toList();
            return Duration.between(times.getFirst(), times.getLast()).toNanos() / 1e9;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("lab.err").toFile())
                .start();
    }

    private static void await(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the lab failed; see lab.err");
        }
    }

    private static String value(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + key + " in " + json);
        }
        return matcher.group(1);
    }
}

package io.calque.cli.server;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import io.calque.lync.probe.Probe;
import io.calque.lync.probe.ProbeStep;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.wsman.Transcript;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import io.calque.security.tls.TrustException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a live endpoint, layer by layer. Reads only. */
@CommandLine.Command
public final class ProbeCommand implements Command {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Parameters(paramLabel = "URL", description = "the endpoint, such as https://pool.contoso.com/OcsPowershell")
    private String url = "";

    @Option(
            names = "--login",
            paramLabel = "HOW",
            description = "negotiate (default), kerberos, ntlm, or basic, which sends the password itself")
    private Mechanism mechanism = Mechanism.NEGOTIATE;

    @Mixin
    private AccountOptions account = new AccountOptions();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "trust the authorities in this PEM file, and no others")
    private @Nullable String trust;

    @Option(names = "--pin", paramLabel = "SHA256", description = "trust the one certificate with this SHA-256 digest")
    private @Nullable String pin;

    @Option(
            names = "--transcript",
            paramLabel = "FILE",
            description = "write down all that goes over the wire, without secrets")
    private @Nullable String transcript;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        HttpsUrl address = understood(() -> HttpsUrl.parse(url));
        Trust believed = understood(() -> trust(terminal));
        try (AccountOptions.Account opened = account.open(terminal, mechanism)) {
            if (transcript == null) {
                return tell(terminal, probe(address, believed, opened, Tap.NONE));
            }
            try (Writer file = Files.newBufferedWriter(terminal.resolve(transcript), StandardCharsets.UTF_8)) {
                return tell(terminal, probe(address, believed, opened, new Transcript(file, opened.secrets())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<ProbeStep> probe(HttpsUrl address, Trust trust, AccountOptions.Account account, Tap record) {
        Function<Tap, Transport> connect = watch ->
                new WsManTransport(address, trust, account.login(), Limits.DEFAULT, WsManSettings.DEFAULT, watch);
        return Probe.run(address, connect, record, PATIENCE);
    }

    private Trust trust(Terminal terminal) {
        if (pin != null) {
            return new Trust.Pinned(List.of(new Pin(pin)));
        }
        if (trust == null) {
            return new Trust.Platform();
        }
        try {
            return Trust.bundle(terminal.resolve(trust));
        } catch (TrustException e) {
            throw new Fault(
                    Finding.of(Code.UNREADABLE_FILE, "the trusted certificates can't be read: " + e.getMessage())
                            .help("Give a PEM file with the issuing authority's certificate"));
        }
    }

    private Exit tell(Terminal terminal, List<ProbeStep> steps) {
        boolean failed = Probe.failed(steps);
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> json.put("ok", !failed).objects("steps", steps, ProbeCommand::json));
            return failed ? Exit.NO : Exit.DONE;
        }
        Ink ink = terminal.outInk();
        Findings findings = new Findings();
        for (ProbeStep step : steps) {
            String mark = switch (step.verdict()) {
                case GOOD -> ink.good("good   ");
                case BAD -> ink.severity(Severity.ERROR, "bad    ");
                case UNKNOWN -> "unknown";
            };
            String title = String.format("%-15s", step.layer().title());
            terminal.out().println(mark + "  " + title + Printable.of(step.text()));
            if (step.finding() != null) {
                findings.add(step.finding());
            }
        }
        terminal.out().flush(); // the layers first, also where both streams end in one place
        FindingsOutput.tell(terminal, findings);
        return failed ? Exit.NO : Exit.DONE;
    }

    private static void json(ProbeStep step, JsonObject object) {
        object.put("layer", step.layer().title())
                .put("verdict", step.verdict().word())
                .put("text", step.text());
        Finding finding = step.finding();
        if (finding == null) {
            object.putNull("finding");
        } else {
            object.object("finding", inner -> Json.finding(finding, inner));
        }
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Fault(Finding.of(Code.USAGE, String.valueOf(e.getMessage()))
                    .help("calque probe --help tells what it takes"));
        }
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON);
    }
}

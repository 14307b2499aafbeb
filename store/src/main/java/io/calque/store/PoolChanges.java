package io.calque.store;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.plan.Step;
import io.calque.plan.StepJson;
import io.calque.security.file.Access;
import io.calque.source.BrokenJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The steps that a pool at work took since its state was saved, one a line. A line is handed to the operating system at once, so the
 * end of the program loses none; the loss of power may, as with many a server. Not thread-safe.
 */
final class PoolChanges implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final FileChannel channel;
    private long number;

    private PoolChanges(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static PoolChanges open(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            return new PoolChanges(
                    file,
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                            Access.OWNER.attributes(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a step. */
    void add(Step step) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line, JsonEncoding.UTF8)) {
            StepJson.write(++number, step, json);
        }
        line.write('\n');
        try {
            Appending.all(channel, line.toByteArray());
        } catch (IOException e) {
            throw Appending.trouble(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All whole lines; what a crash left of a last one never had its effect. */
    static List<Step> read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            steps.add(step(text.substring(from, end), steps.size() + 1));
            from = end + 1;
        }
        return steps;
    }

    private static Step step(String line, int number) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            return StepJson.read(json, why -> fault(why, number)).step();
        } catch (JacksonException e) {
            throw fault(BrokenJson.words(e), number);
        }
    }

    private static Fault fault(String why, int line) {
        return new Fault(Finding.of(Code.OBSERVED_STATE, "no change of the simulated pool: " + why)
                .help("Remove the file to go back to the state when the pool was last closed")
                .at(Place.line(".calque/pool.changes.jsonl", line)));
    }
}

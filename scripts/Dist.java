import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds Calque into {@code target/dist}, a folder that works wherever it is copied: {@code java scripts/Dist.java CHECKOUT}.
 * Run by the launchers when a source is newer than the last build. Two starts at a time build once: the second waits and then finds
 * all done. The new folder takes the old one's place only when it is whole.
 */
final class Dist {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) +\\[(\\d+)/(\\d+)]");
    /** What javac and Maven say about a failure, without Maven's advice about itself. */
    private static final Pattern FAILURE =
            Pattern.compile("^\\[ERROR] (?!(->|\\[Help|To see|Re-run|For more|After|  mvn|$))|^\\[WARNING] /.*\\.java:");
    private static final int KEPT_LINES = 40;

    private final Path home;
    private final Path target;
    private final boolean windows = System.getProperty("os.name").startsWith("Windows");
    private final PrintStream err = new PrintStream(System.err, true, UTF_8);

    private Dist(Path home) {
        this.home = home;
        this.target = home.resolve("target");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Dist dist = new Dist(Path.of(args[0]).toRealPath());
        System.exit(dist.build() ? 0 : 1);
    }

    private boolean build() throws IOException, InterruptedException {
        Files.createDirectories(target);
        try (FileChannel channel = FileChannel.open(
                target.resolve("dist.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                err.println("calque: another start is building; waiting for it");
                channel.lock();
            }
            Instant started = Instant.now();
            if (isFresh()) {
                return true;
            }
            if (!maven()) {
                return false;
            }
            assemble(started);
            err.printf("calque: built in %d s%n", Instant.now().getEpochSecond() - started.getEpochSecond());
            return true;
        }
    }

    /** The same question as the launchers ask, asked again by whoever waited. */
    private boolean isFresh() throws IOException {
        Path jar = target.resolve("dist/lib/calque.jar");
        if (!Files.exists(jar)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(jar);
        List<Path> sources = new ArrayList<>(List.of(home.resolve("pom.xml"), home.resolve("scripts/Dist.java")));
        try (Stream<Path> modules = Files.list(home)) {
            modules.filter(m -> Files.exists(m.resolve("pom.xml")))
                    .forEach(m -> sources.addAll(List.of(m.resolve("pom.xml"), m.resolve("src/main"))));
        }
        for (Path source : sources) {
            if (Files.exists(source) && anyNewer(source, built)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyNewer(Path root, FileTime than) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(f -> {
                try {
                    return Files.getLastModifiedTime(f).compareTo(than) > 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private boolean maven() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "-B", "-Dstyle.color=never", "-Dmaven.test.skip=true", "-pl", "cli", "-am", "package");
        builder.directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        Deque<String> last = new ArrayDeque<>();
        boolean terminal = System.console() != null;
        int fetched = 0;
        String step = "starting Maven";
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher module = MODULE.matcher(line);
                boolean news = module.find();
                if (news) {
                    step = module.group(2) + " of " + module.group(3) + ": " + module.group(1);
                } else if (line.contains("Downloaded from")) {
                    fetched++;
                }
                progress(terminal, news, step + (fetched == 0 ? "" : ", " + fetched + " files fetched"));
                if (FAILURE.matcher(line).find()) {
                    last.addLast(line);
                    if (last.size() > KEPT_LINES) {
                        last.removeLast();
                    }
                }
            }
        }
        if (terminal) {
            err.print("\r\u001b[K");
        }
        boolean done = process.waitFor() == 0;
        if (!done) {
            last.forEach(err::println);
            err.println("calque: the build failed; ./check shows all of it");
        }
        return done;
    }

    private void progress(boolean terminal, boolean news, String text) {
        if (terminal) {
            err.print("\r\u001b[Kcalque: building, " + text);
            err.flush();
        } else if (news) {
            err.println("calque: building, " + text);
        }
    }

    private void assemble(Instant started) throws IOException {
        Path fresh = target.resolve("dist.new");
        delete(fresh);
        Path lib = Files.createDirectories(fresh.resolve("lib"));
        try (Stream<Path> jars = Files.list(home.resolve("cli/target/lib"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        modernise(lib, "picocli");
        Path scripts = Files.createDirectories(fresh.resolve("scripts"));
        for (String name : List.of("calque", "calque.cmd", "scripts/jdk.sh", "scripts/jdk.ps1", "scripts/jdk.tsv", "README.md", "NOTICE.md")) {
            if (Files.exists(home.resolve(name))) {
                Files.copy(home.resolve(name), fresh.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path jar = lib.resolve("calque.jar");
        try (Stream<Path> built = Files.list(home.resolve("cli/target"))) {
            Path main = built.filter(f -> f.getFileName().toString().matches("calque-cli-[0-9.]+(-[A-Z]+)?\\.jar"))
                    .findFirst().orElseThrow(() -> new IOException("cli/target holds no jar"));
            Files.copy(main, jar);
        }
        // As old as the build's begin, so that a source that was edited meanwhile counts as newer.
        Files.setLastModifiedTime(jar, FileTime.from(started));
        Path old = target.resolve("dist.old");
        delete(old);
        Path dist = target.resolve("dist");
        if (Files.exists(dist)) {
            Files.move(dist, old);
        }
        Files.move(fresh, dist);
        delete(old);
    }

    /**
     * Compiles a library again from its sources, so that its classes are of this JDK's kind: the ahead-of-time cache leaves out class
     * files older than Java 6, and those of picocli are. Saves a seventh of every start.
     */
    private void modernise(Path lib, String name) throws IOException {
        Path jar;
        try (Stream<Path> jars = Files.list(lib)) {
            jar = jars.filter(f -> f.getFileName().toString().matches(name + "-[0-9.]+\\.jar")).findFirst().orElse(null);
        }
        if (jar == null) {
            return;
        }
        String file = jar.getFileName().toString();
        Path ready = target.resolve("modern/" + file);
        if (!Files.exists(ready)) {
            Path sources = home.resolve("cli/target/sources/" + file.replace(".jar", "-sources.jar"));
            Path work = target.resolve("modern/" + name);
            delete(work);
            Path classes = Files.createDirectories(work.resolve("classes"));
            Path unpacked = Files.createDirectories(work.resolve("sources"));
            run("jar", "--extract", "--file", sources.toString(), "--dir", unpacked.toString());
            List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-XDignore.symbol.file", "-d", classes.toString()));
            try (Stream<Path> all = Files.walk(unpacked)) {
                all.map(Path::toString).filter(f -> f.endsWith(".java") && !f.endsWith("module-info.java")).forEach(arguments::add);
            }
            run("javac", arguments.toArray(String[]::new));
            Path made = work.resolve("made.jar");
            // Any fixed time will do: a new build of the same sources is the same to the byte.
            run("jar", "--create", "--date=2020-01-01T00:00:00Z", "--file", made.toString(), "-C", classes.toString(), ".");
            Files.move(made, ready, StandardCopyOption.REPLACE_EXISTING);
            delete(work);
        }
        Files.copy(ready, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void run(String tool, String... arguments) throws IOException {
        java.io.StringWriter said = new java.io.StringWriter();
        java.io.PrintWriter out = new java.io.PrintWriter(said, true);
        if (ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments) != 0) {
            throw new IOException(tool + ": " + said);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

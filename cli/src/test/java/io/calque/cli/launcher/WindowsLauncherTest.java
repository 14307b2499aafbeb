package io.calque.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launchers for Windows, played in Wine with a stand-in for Java that prints what it is given. */
@Tag("integration")
@Tag("wine")
class WindowsLauncherTest {
    private static final String COMPILER = "x86_64-w64-mingw32-gcc";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Making a prefix takes a minute, so it is kept; nothing of a test lies in it. */
    private static final Path PREFIX = ROOT.resolve("target/wine");

    @TempDir
    private static Path tools = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    private record Ended(int status, List<String> lines) {
        List<String> arguments() {
            return lines.stream()
                    .filter(line -> line.startsWith("argument="))
                    .map(line -> line.substring("argument=".length()))
                    .toList();
        }
    }

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Assumptions.assumeTrue(onPath(COMPILER) && onPath("wine"), "there is no wine or no " + COMPILER + " here");
        compile(ROOT.resolve("scripts/windows/calque.c"), "calque.exe");
        compile(Path.of("src/test/resources/windows/java.c").toAbsolutePath(), "java.exe");
    }

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("R & D (Łódź)");
        Path runtime = home.resolve("runtime");
        Files.createDirectories(runtime.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(tools.resolve("calque.exe"), home.resolve("calque.exe"));
        Files.copy(tools.resolve("java.exe"), runtime.resolve("bin/java.exe"));
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"25.0.4\"\n");
        Files.writeString(
                home.resolve("calque.cmd"),
                Files.readString(ROOT.resolve("calque.cmd")).lines().reduce("", (all, line) -> all + line + "\r\n"));
    }

    @Test
    void the_program_passes_every_argument_on_as_it_was_given() throws IOException, InterruptedException {
        List<String> given =
                List.of("explain", "CONTOSO\\ann", "A & B", "x^y%PATH%!z", "Łukasz \"the\" 中", "", "trail\\");

        Ended ended = exe(given);

        assertThat(ended.arguments()).endsWith(given.toArray(String[]::new));
        assertThat(ended.arguments())
                .contains("-XX:+UseParallelGC", "-Dcalque.terminal=")
                .anyMatch(argument -> argument.endsWith("R & D (Łódź)\\lib\\calque.jar"));
    }

    @Test
    void the_program_ends_with_the_status_of_java() throws IOException, InterruptedException {
        assertThat(exe(List.of("check", "status:2")).status()).isEqualTo(2);
        assertThat(exe(List.of("apply", "status:130")).status()).isEqualTo(130);
    }

    @Test
    void fast_starts_are_prepared_once() throws IOException, InterruptedException {
        assertThat(exe(List.of("check")).lines()).contains("calque: preparing fast starts, once");
        assertThat(exe(List.of("check")).lines()).doesNotContain("calque: preparing fast starts, once");
        assertThat(exe(List.of("check")).arguments())
                .anyMatch(argument -> argument.matches("-XX:AOTCache=.*\\\\lib\\\\calque.aot"));
    }

    @Test
    void without_a_place_for_the_cache_all_works_without_it() throws IOException, InterruptedException {
        Files.createDirectory(home.resolve("lib/calque.aot.jdk"));

        Ended ended = exe(List.of("check", "status:2"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.lines()).doesNotContain("calque: preparing fast starts, once");
        assertThat(ended.arguments()).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    @Test
    void the_batch_file_starts_from_a_folder_of_any_name_and_without_powershell()
            throws IOException, InterruptedException {
        Path plain = Files.move(home, folder.resolve("R & D (x)"));
        // Wine's cmd forgets the status of what is called, so that this one hands over instead.
        String batch = "@\"%s\\calque.cmd\" check \"A & B\" status:2\r\n";
        Files.writeString(
                folder.resolve("run.bat"),
                batch.formatted("Z:" + plain.toString().replace('/', '\\')));

        Ended ended = wine(List.of("cmd", "/c", "run.bat"));

        assertThat(ended.status()).as("%s", ended.lines()).isEqualTo(2);
        assertThat(ended.arguments()).endsWith("check", "A & B", "status:2");
    }

    private Ended exe(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("calque.exe").toString()));
        command.addAll(arguments);
        return wine(command);
    }

    private Ended wine(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wine"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve("said.txt").toFile())
                .redirectErrorStream(true);
        Files.createDirectories(PREFIX);
        builder.environment().put("WINEPREFIX", PREFIX.toString());
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_HOME");
        int status = builder.start().waitFor();
        return new Ended(
                status,
                Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    private static void compile(Path source, String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        COMPILER, "-municode", "-O2", "-s", "-o", name, source.toString(), "-lshell32")
                .directory(tools.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}

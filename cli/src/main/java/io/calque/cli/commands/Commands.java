package io.calque.cli.commands;

import io.calque.cli.audit.AuditCommand;
import io.calque.cli.check.CheckCommand;
import io.calque.cli.command.Command;
import io.calque.cli.demo.DemoCommand;
import io.calque.cli.explain.ExplainCommand;
import io.calque.cli.plan.DriftCommand;
import io.calque.cli.plan.GrantCommand;
import io.calque.cli.plan.PlanCommand;
import io.calque.cli.plan.UndoCommand;
import io.calque.cli.policies.PoliciesCommand;
import io.calque.cli.run.ApplyCommand;
import io.calque.cli.run.PoolCommand;
import io.calque.cli.run.RunsCommand;
import io.calque.cli.run.ScriptCommand;
import io.calque.cli.server.DirectoryCommand;
import io.calque.cli.server.ProbeCommand;
import io.calque.cli.workspace.MeetCommand;
import io.calque.cli.workspace.NewCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every command: the one place that the parser, the help, the completion and the documentation's test read. */
public enum Commands {
    /** The whole chain on a sample company. */
    DEMO(
            "demo",
            "show the whole chain on a sample company: check, plan, script, apply, audit, report",
            "calque demo",
            DemoCommand::new),
    /** A new workspace. */
    NEW(
            "new",
            "make a new workspace with the five policies of the usual mix of licences",
            "calque new contoso",
            NewCommand::new),
    /** Validation, proof, tests. */
    CHECK(
            "check",
            "validate everything, prove that rights given are licensed, run the tests",
            "calque check contoso",
            CheckCommand::new),
    /** The table of policies. */
    POLICIES(
            "policies",
            "show the complete table: policies across, every setting down",
            "calque policies contoso --format csv > policies.csv",
            PoliciesCommand::new),
    /** One person, explained. */
    EXPLAIN(
            "explain",
            "show a person's effective policies, and every right with the gate that gives or refuses it",
            "calque explain contoso 'CONTOSO\\ann'",
            ExplainCommand::new),
    /** A scenario, played. */
    MEET(
            "meet",
            "play a scenario: who can do what in a session, and which gate refuses",
            "calque meet three-standard-users.yaml",
            MeetCommand::new),
    /** The plan. */
    PLAN(
            "plan",
            "show what would change on the server and why, and save it as a plan",
            "calque plan contoso -o contoso.plan",
            PlanCommand::new),
    /** A policy for a list of people. */
    GRANT(
            "grant",
            "plan to give one policy to a list of people",
            "calque grant contoso --people names.csv --policy STD_CAL_NoConferencing -o names.plan",
            GrantCommand::new),
    /** A plan, done. */
    APPLY("apply", "do what a saved plan says, with a journal", "calque apply contoso.plan", ApplyCommand::new),
    /** The way back. */
    UNDO(
            "undo",
            "make the plan back to what was before a run",
            "calque undo 2026-11-24T09-00-00-1 -o back.plan",
            UndoCommand::new),
    /** What was carried out. */
    RUNS("runs", "list the runs of a workspace and check their journals", "calque runs contoso", RunsCommand::new),
    /** What the server holds. */
    POOL(
            "pool",
            "print what the server holds, or set the simulated pool back",
            "calque pool dump contoso",
            PoolCommand::new),
    /** A plan as a script. */
    SCRIPT(
            "script",
            "write a plan as a PowerShell script that is safe to run twice",
            "calque script contoso.plan -o contoso.ps1",
            ScriptCommand::new),
    /** Observed against desired. */
    DRIFT(
            "drift",
            "compare what the server holds with what the workspace says",
            "calque drift contoso",
            DriftCommand::new),
    /** The licence position. */
    AUDIT(
            "audit",
            "find the licence position: owned, held, needed, and why",
            "calque audit contoso --format html > audit.html",
            AuditCommand::new),
    /** The directory, step by step. */
    DIRECTORY(
            "directory",
            "try the connection to the directory step by step, and say what to do about the step that fails",
            "calque directory contoso",
            DirectoryCommand::new),
    /** A live endpoint, looked at. */
    PROBE(
            "probe",
            "look at a live endpoint, layer by layer, and say what to do next; reads only",
            "calque probe https://pool.contoso.com/OcsPowershell --user 'CONTOSO\\admin'",
            ProbeCommand::new),
    /** Completion for shells. */
    COMPLETION(
            "completion",
            "write the completion script of a shell: bash, zsh or fish",
            "calque completion bash > ~/.local/share/bash-completion/completions/calque",
            CompletionCommand::new);

    private final String word;
    private final String summary;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds no state
    private final Supplier<Command> maker;

    Commands(String word, String summary, String example, Supplier<Command> maker) {
        this.word = word;
        this.summary = summary;
        this.example = example;
        this.maker = maker;
    }

    /** The command with this word. */
    public static Optional<Commands> named(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }

    /** The words of all commands, in the order in which the help shows them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Commands::word).toList();
    }

    /** What people type. */
    public String word() {
        return word;
    }

    /** What it does, in a line. */
    public String summary() {
        return summary;
    }

    /** A command line that works as it stands. */
    public String example() {
        return example;
    }

    /** A new command, its options unset. */
    public Command command() {
        return maker.get();
    }
}

package io.calque.cli.verb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every verb: the one place that the parser, the help, the completion and the documentation's test read. */
public enum Verb {
    /** The whole chain on a sample company. */
    DEMO(
            "demo",
            "show the whole chain on a sample company: check, plan, script, apply, audit, report",
            "calque demo",
            DemoVerb::new),
    /** A new workspace. */
    NEW(
            "new",
            "make a new workspace with the five policies of the usual mix of licences",
            "calque new contoso",
            NewVerb::new),
    /** Validation, proof, tests. */
    CHECK(
            "check",
            "validate everything, prove that rights given are licensed, run the tests",
            "calque check contoso",
            CheckVerb::new),
    /** The table of policies. */
    POLICIES(
            "policies",
            "show the complete table: policies across, every setting down",
            "calque policies contoso --format csv > policies.csv",
            PoliciesVerb::new),
    /** One person, explained. */
    EXPLAIN(
            "explain",
            "show a person's effective policies, and every right with the gate that gives or refuses it",
            "calque explain contoso 'CONTOSO\\ann'",
            ExplainVerb::new),
    /** A scenario, played. */
    MEET(
            "meet",
            "play a scenario: who can do what in a session, and which gate refuses",
            "calque meet three-standard-users.yaml",
            MeetVerb::new),
    /** The plan. */
    PLAN(
            "plan",
            "show what would change on the server and why, and save it as a plan",
            "calque plan contoso -o contoso.plan",
            PlanVerb::new),
    /** A policy for a list of people. */
    GRANT(
            "grant",
            "plan to give one policy to a list of people",
            "calque grant contoso --people names.csv --policy STD_CAL_NoConferencing -o names.plan",
            GrantVerb::new),
    /** A plan, done. */
    APPLY(
            "apply",
            "do what a saved plan says, with a journal",
            "calque apply contoso.plan",
            ApplyVerb::new),
    /** The way back. */
    UNDO(
            "undo",
            "make the plan back to what was before a run",
            "calque undo 2026-11-24T09-00-00-1 -o back.plan",
            UndoVerb::new),
    /** What was carried out. */
    RUNS("runs", "list the runs of a workspace and check their journals", "calque runs contoso", RunsVerb::new),
    /** What the server holds. */
    POOL(
            "pool",
            "print what the server holds, or set the simulated pool back",
            "calque pool dump contoso",
            PoolVerb::new),
    /** A plan as a script. */
    SCRIPT(
            "script",
            "write a plan as a PowerShell script that is safe to run twice",
            "calque script contoso.plan -o contoso.ps1",
            ScriptVerb::new),
    /** Observed against desired. */
    DRIFT(
            "drift",
            "compare what the server holds with what the workspace says",
            "calque drift contoso",
            DriftVerb::new),
    /** The licence position. */
    AUDIT(
            "audit",
            "find the licence position: owned, held, needed, and why",
            "calque audit contoso --format html > audit.html",
            AuditVerb::new),
    /** The directory, step by step. */
    DIRECTORY(
            "directory",
            "try the connection to the directory step by step, and say what to do about the step that fails",
            "calque directory contoso",
            DirectoryVerb::new),
    /** A live endpoint, looked at. */
    PROBE(
            "probe",
            "look at a live endpoint, layer by layer, and say what to do next; reads only",
            "calque probe https://pool.contoso.com/OcsPowershell --user 'CONTOSO\\admin'",
            ProbeVerb::new),
    /** Completion for shells. */
    COMPLETION(
            "completion",
            "write the completion script of a shell: bash, zsh or fish",
            "calque completion bash > ~/.local/share/bash-completion/completions/calque",
            Completion::new);

    private final String word;
    private final String summary;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds no state
    private final Supplier<Action> action;

    Verb(String word, String summary, String example, Supplier<Action> action) {
        this.word = word;
        this.summary = summary;
        this.example = example;
        this.action = action;
    }

    /** The verb with this word. */
    public static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }

    /** The words of all verbs, in the order in which the help shows them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
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

    /** A new action, its options unset. */
    public Action action() {
        return action.get();
    }
}

package io.calque.cli.verb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every verb: the one place that the parser, the help, the completion and the documentation's test read. */
public enum Verb {
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
    /** The plan. */
    PLAN(
            "plan",
            "show what would change on the server and why, and save it as a plan",
            "calque plan contoso -o contoso.plan",
            PlanVerb::new),
    /** A plan, carried out. */
    APPLY(
            "apply",
            "carry out a saved plan, with a journal, and read back what was written",
            "calque apply contoso.plan --workspace contoso",
            ApplyVerb::new),
    /** The way back. */
    UNDO(
            "undo",
            "make the plan back to what was before a run",
            "calque undo 2026-11-24T08-15-00-1 -o undo.plan --workspace contoso",
            UndoVerb::new),
    /** What was carried out. */
    RUNS("runs", "list the runs of a workspace and check their journals", "calque runs contoso", RunsVerb::new),
    /** One policy for a list of people. */
    GRANT(
            "grant",
            "plan one policy for a list of people, each bad row told",
            "calque grant contoso --people names.csv --policy STD_CAL_NoConferencing -o grant.plan",
            GrantVerb::new),
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

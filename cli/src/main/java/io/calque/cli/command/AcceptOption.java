package io.calque.cli.command;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import io.calque.engine.Answer;
import io.calque.engine.Proof;
import io.calque.plan.Plan;
import io.calque.plan.Waiver;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Findings of severity error in spite of which a plan is saved. */
public final class AcceptOption {
    @Option(
            names = "--accept",
            paramLabel = "CODE",
            split = ",",
            description = "save the plan in spite of these errors of the workspace, such as CQ301; needs --reason")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why they are accepted; kept in the plan and the journal")
    private @Nullable String reason;

    /**
     * A plan that was judged.
     *
     * @param answer the plan with what was accepted for it, and what was found
     * @param output the file to save it in; null where it is not saved
     */
    public record Judged(Answer<Plan> answer, @Nullable String output) {}

    /**
     * Checks the workspace of a plan that shall be saved. What stands in the way is an error among the findings; what is accepted, a
     * piece of information.
     *
     * @param output the file in which it shall be saved; null for none
     */
    public Judged judge(Answer<Plan> answer, Workspace workspace, @Nullable String output) {
        if (codes.isEmpty() != (reason == null || reason.isBlank())) {
            throw new Fault(Finding.of(Code.USAGE, "--accept and --reason go together")
                    .help("Write for example: --accept CQ301 --reason \"agreed with our reseller\""));
        }
        List<Code> accepted = codes.stream().map(AcceptOption::code).toList();
        Proof proof = Proof.of(workspace, accepted, reason == null ? "" : reason);
        Findings findings = new Findings();
        findings.addAll(answer.findings());
        if (output != null && !proof.holds()) {
            findings.add(missing(proof));
        }
        proof.accepted().forEach(waiver -> findings.add(accepted(waiver)));
        return new Judged(
                new Answer<>(answer.value().accepting(proof.accepted()), findings.sorted()),
                proof.holds() ? output : null);
    }

    private static Finding missing(Proof proof) {
        return Finding.of(
                        Code.PLAN_NOT_PROVED,
                        "the workspace has errors: " + String.join(", ", proof.missing()) + "; no plan was saved")
                .help("Correct them, calque check lists them; or save the plan in spite of them: --accept "
                        + String.join(",", proof.missing()) + " --reason TEXT");
    }

    private static Finding accepted(Waiver waiver) {
        return Finding.of(Code.PLAN_NOT_PROVED, "saved in spite of " + waiver.what() + ": " + waiver.reason())
                .as(Severity.INFO)
                .help("The reason stands in the plan, and in the journal of whoever applies it");
    }

    private static Code code(String word) {
        return Arrays.stream(Code.values())
                .filter(code -> code.id().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new Fault(Finding.of(Code.USAGE, "'" + word + "' is not the code of a finding")
                        .help("Codes look like CQ301; calque check prints them")));
    }
}

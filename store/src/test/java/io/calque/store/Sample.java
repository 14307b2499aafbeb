package io.calque.store;

import io.calque.diagnostic.Findings;
import io.calque.people.CsvPeople;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.PlanWriter;
import io.calque.plan.Planner;
import io.calque.source.Bytes;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A small workspace whose plan has a policy, grants, voice, and two numbers that change places. */
final class Sample {
    private static final Map<String, String> FILES = Map.of(
            "calque.yaml",
            "product: lync-2010\npeople: people.csv\n",
            "policies.yaml",
            "conferencing: {Std: {settings: {AllowIPAudio: false}}}\n",
            "assignments.yaml",
            """
            personas:
              phone: {licences: [standard, plus], conferencing: Std, voice: {enterprise: true, line: {column: Phone}}}
            rules: [{name: all, when: everyone, persona: phone}]
            """,
            "people.csv",
            "SipAddress,Phone\nsip:ann@x.org,+49 30 2222\nsip:bob@x.org,+49 30 1111\n");

    private static final String STATE = """
            {"product":"lync-2010","sites":["Main"],"policies":{},"users":[
             {"SipAddress":"sip:ann@x.org","LineURI":"tel:+49301111"},{"SipAddress":"sip:bob@x.org","LineURI":"tel:+49302222"}]}
            """;

    private Sample() {}

    static Observed observed() {
        return ObservedReader.read("observed.json", new ByteArrayInputStream(STATE.getBytes(StandardCharsets.UTF_8)));
    }

    static Plan plan() {
        return plan(observed());
    }

    static Plan plan(Observed from) {
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(Sample::file, findings).orElseThrow();
        Planner planner = new Planner(workspace, LocalDate.of(2026, 11, 24), findings);
        new CsvPeople("people.csv", file("people.csv").orElseThrow())
                .read(workspace.interest(), planner::accept, findings);
        return planner.finish(from, PlanOptions.DEFAULT);
    }

    static byte[] bytes(Plan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.write(plan, out);
        return out.toByteArray();
    }

    private static Optional<Bytes> file(String name) {
        return Optional.ofNullable(FILES.get(name))
                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

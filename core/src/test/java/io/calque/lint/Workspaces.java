package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.Bytes;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces written as one text, a line {@code # policies.yaml} before each file. */
final class Workspaces {
    private Workspaces() {}

    /** Reads a workspace; without a calque.yaml of its own it is one of Lync 2010. */
    static Workspace read(String text) {
        Map<String, String> files = new HashMap<>(Map.of(WorkspaceReader.CONFIG, "product: lync-2010\n"));
        for (String part : text.split("(?m)^# (?=[a-z]+\\.yaml$)")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                files.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        Findings findings = new Findings();
        Optional<Workspace> workspace = WorkspaceReader.read(
                name -> Optional.ofNullable(files.get(name))
                        .<Bytes>map(
                                content -> () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))),
                findings);
        assertThat(findings.sorted()).as("the workspace reads without findings").isEmpty();
        return workspace.orElseThrow();
    }

    /** The findings of a code. */
    static List<Finding> findings(String text, Code code) {
        return findings(text, Optional.empty(), code);
    }

    /** The findings of a code, with people counted. */
    static List<Finding> findings(String text, Optional<Census> census, Code code) {
        return Lint.check(read(text), census).stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }
}

package io.calque.cli.demo;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.cli.terminal.ProgressLine;
import io.calque.cli.terminal.Terminal;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample company: its workspace, its people and the server as it was found. */
public final class SampleCompany {
    private static final ProductVersion VERSION = ProductVersion.SFB_SE;
    private static final List<String> COLUMNS = List.of(
            "SamAccountName",
            "Domain",
            "UserPrincipalName",
            "SipAddress",
            "DisplayName",
            "DistinguishedName",
            "TelephoneNumber",
            "Licence");

    /** The largest company; telephone numbers have seven digits. */
    public static final int MOST = 9_999_999;

    private final int people;

    /** A company of so many people. */
    public SampleCompany(int people) {
        this.people = people;
    }

    /** How many people it has. */
    public int people() {
        return people;
    }

    /** The workspace's files, the list of people aside. */
    public Map<String, String> workspace() {
        Map<String, String> files = new LinkedHashMap<>(Template.files(VERSION));
        files.remove("people.csv");
        files.put("calque.yaml", """
                # The sample company. Change what you like and look: calque check, calque plan, calque explain.
                product: %s
                profile: default
                people: people.csv
                server: simulated           # its state is in %s
                seats: {standard: %d, enterprise: {owned: %d, cost: 107.00}, plus: %d}
                """.formatted(
                VERSION.id(), WorkspaceFolder.POOL, people, Math.max(1, people * 3L / 10), Math.max(1, people / 20)));
        files.put("exceptions.yaml", """
                - {person: '%s', persona: audio-video, reason: runs the works council's meetings, until: 2099-12-31, approvedBy: 'CONTOSO\\boss'}
                """.formatted(
                        "CONTOSO\\" + Member.of(0).ids().samAccountName()));
        return files;
    }

    /** Writes the list of people. */
    public void writePeople(OutputStream out, Terminal terminal) throws IOException {
        out.write((String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8));
        try (ProgressLine progress = ProgressLine.of(terminal, "inventing people")) {
            for (int i = 0; i < people; i++) {
                progress.at(i + 1, people);
                Member member = Member.of(i);
                out.write(row(member).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String row(Member member) {
        return Stream.of(
                        member.ids().samAccountName(),
                        member.ids().domain(),
                        member.ids().userPrincipalName(),
                        member.ids().sipAddress(),
                        member.ids().displayName(),
                        member.ids().distinguishedName(),
                        member.telephone(),
                        member.licence())
                .map(cell -> field(Objects.requireNonNull(cell)))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** The server before anything was planned: a first policy with the well-known mistake, an old one, and half of all without any. */
    public Observed server(Terminal terminal) {
        List<UserState> users = new ArrayList<>(people);
        try (ProgressLine progress = ProgressLine.of(terminal, "filling the simulated pool")) {
            for (int i = 0; i < people; i++) {
                progress.at(i + 1, people);
                Member member = Member.of(i);
                if (member.onServer()) {
                    users.add(member.user());
                }
            }
        }
        PolicySet policies = PolicySet.of(List.of(
                policy(
                        "STD_CAL_NoConferencing",
                        Map.of("AllowIPAudio", "False", "AllowIPVideo", "False", "MaxMeetingSize", "2")),
                policy("ENT_CAL_REC_AudioVideo", Map.of("AllowConferenceRecording", "True")),
                policy("Everybody 2011", Map.of("EnableDialInConferencing", "False"))));
        return new Observed(VERSION, List.of("Berlin", "Redmond", "東京"), policies, users);
    }

    private static Policy policy(String name, Map<String, String> settings) {
        Map<String, Value> values = new LinkedHashMap<>();
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> values.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return new Policy(PolicyType.CONFERENCING, new Identity.Tag(name), values);
    }

    private static Value value(String setting, String text) {
        return Catalogue.standard()
                                .setting(PolicyType.CONFERENCING, setting)
                                .orElseThrow()
                                .shape()
                                .read(text)
                        instanceof SettingType.Reading.Good(Value value)
                ? value
                : new Value.Text(text);
    }
}

package io.calque.workspace;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.source.Fields;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code policies.yaml}: policy type, identity, policy. Also the {@code policies} of a meeting scenario. */
public final class PoliciesReader {
    private final ProductVersion version;
    private final Findings findings;
    private final LicencesReader licences;

    /** A reader for a product version. */
    public PoliciesReader(ProductVersion version, Findings findings) {
        this.version = version;
        this.findings = findings;
        this.licences = new LicencesReader(findings);
    }

    /** All policies of a node, in file order. */
    public List<DeclaredPolicy> read(Node root) {
        List<DeclaredPolicy> policies = new ArrayList<>();
        if (root instanceof Node.Scalar scalar && scalar.isNull()) {
            return policies;
        }
        Fields.of(root, "the file", findings).ifPresent(types -> {
            try (types) {
                for (PolicyType type : PolicyType.values()) {
                    types.fields(type.id()).ifPresent(byName -> readType(type, byName, policies));
                }
            }
        });
        return policies;
    }

    private void readType(PolicyType type, Fields byName, List<DeclaredPolicy> policies) {
        Set<Identity> seen = new HashSet<>();
        try (byName) {
            for (Node.Entry entry : byName.entries()) {
                Identity identity = Identity.of(entry.key().text());
                PolicyName.problem(identity)
                        .ifPresent(problem -> findings.add(Finding.of(
                                        Code.POLICY_NAME,
                                        "the name '" + entry.key().text() + "' " + problem)
                                .help("Use letters, digits, spaces, dots, dashes and underscores")
                                .at(entry.key().place())));
                if (!seen.add(identity)) {
                    findings.add(Finding.of(
                                    Code.DUPLICATE_KEY,
                                    "the policy " + identity.print() + " stands here twice; case and Tag: do not count")
                            .at(entry.key().place()));
                }
                policy(type, identity, entry).ifPresent(policies::add);
            }
        }
    }

    private Optional<DeclaredPolicy> policy(PolicyType type, Identity identity, Node.Entry entry) {
        Place place = entry.key().place();
        if (entry.value() instanceof Node.Scalar scalar && scalar.isNull()) {
            return Optional.of(
                    new DeclaredPolicy(Policy.allDefaults(type, identity), Optional.empty(), place, Map.of()));
        }
        return Fields.of(entry.value(), "a policy", findings).map(fields -> {
            try (fields) {
                Map<String, Value> settings = new LinkedHashMap<>();
                Map<String, Place> places = new HashMap<>();
                Optional<Licences> meant = fields.node("licences").flatMap(licences::read);
                fields.scalar("description")
                        .ifPresent(text -> setting(type, "Description", text, text.place(), settings, places));
                fields.fields("settings").ifPresent(map -> {
                    try (map) {
                        map.entries()
                                .forEach(setting -> setting(
                                        type,
                                        setting.key().text(),
                                        setting.value(),
                                        setting.key().place(),
                                        settings,
                                        places));
                    }
                });
                return new DeclaredPolicy(new Policy(type, identity, settings), meant, place, places);
            }
        });
    }

    private void setting(
            PolicyType type,
            String name,
            Node node,
            Place place,
            Map<String, Value> settings,
            Map<String, Place> places) {
        Optional<Setting> known = Catalogue.standard().setting(type, name);
        if (known.isEmpty()) {
            List<String> names = Catalogue.standard().settings(type, version).stream()
                    .map(Setting::name)
                    .toList();
            findings.add(
                    Finding.of(Code.UNKNOWN_SETTING, "'" + name + "' is not a setting of a " + type.id() + " policy")
                            .help(NearMiss.help(name, names))
                            .at(place));
            return;
        }
        Setting setting = known.get();
        if (!setting.in(version)) {
            findings.add(
                    Finding.of(Code.SETTING_NOT_IN_VERSION, setting.name() + " does not exist in " + version.title())
                            .help(
                                    setting.versions().isEmpty()
                                            ? "It is reserved to the online service: remove it"
                                            : "Remove it, or set 'product' in calque.yaml to a version that has it")
                            .at(place));
            return;
        }
        value(setting, node, place).ifPresent(value -> {
            if (settings.put(setting.name(), value) != null) {
                findings.add(Finding.of(Code.DUPLICATE_KEY, "the setting " + setting.name() + " is given twice")
                        .at(place));
            }
            places.put(setting.name(), place);
        });
    }

    private Optional<Value> value(Setting setting, Node node, Place place) {
        SettingType.Reading reading = switch (node) {
            case Node.Scalar scalar
            when scalar.isNull() && !(setting.shape() instanceof SettingType.FreeTexts) ->
                new SettingType.Reading.Bad("has no value", "Write one, or remove the line", false);
            case Node.Scalar scalar -> setting.shape().read(scalar.isNull() ? "" : scalar.text());
            case Node.Sequence sequence
            when setting.shape() instanceof SettingType.FreeTexts texts ->
                texts.of(sequence.items().stream()
                        .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : "")
                        .toList());
            case Node.Sequence _, Node.Mapping _ ->
                new SettingType.Reading.Bad("takes " + setting.shape().words() + ", not " + node.kind(), null, false);
        };
        return switch (reading) {
            case SettingType.Reading.Good(Value value) -> Optional.of(value);
            case SettingType.Reading.Bad(String problem, var help, boolean outOfRange) -> {
                findings.add(Finding.of(
                                outOfRange ? Code.SETTING_OUT_OF_RANGE : Code.SETTING_TYPE,
                                setting.name() + " " + problem)
                        .help(help == null && outOfRange ? setting.disputed() : help)
                        .at(place));
                yield Optional.empty();
            }
        };
    }
}

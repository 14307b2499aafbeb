package io.calque.report.table;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * The complete table of some policies: their names across, every setting of the product version down, the value in force in each
 * cell, those that differ from the product's default marked.
 *
 * @param version the product version
 * @param type the policy type
 * @param policies the policies, in the order in which they stand across
 */
public record PolicyTable(ProductVersion version, PolicyType type, List<Policy> policies) {
    public PolicyTable {
        policies = List.copyOf(policies);
    }

    /** The settings down, in the catalogue's order. */
    public List<Setting> settings() {
        return Catalogue.standard().settings(type, version);
    }

    /** The value in force as the product writes it; empty where neither set nor documented. */
    public String value(Policy policy, Setting setting) {
        return policy.value(setting).map(Value::print).orElse("");
    }

    /** The table for renderers; the first column is {@code setting}. */
    public Grid grid() {
        List<String> header = new ArrayList<>();
        header.add("setting");
        policies.forEach(policy -> header.add(policy.identity().name()));
        List<List<Grid.Cell>> rows = new ArrayList<>();
        for (Setting setting : settings()) {
            List<Grid.Cell> row = new ArrayList<>();
            row.add(Grid.Cell.plain(setting.name()));
            policies.forEach(
                    policy -> row.add(Grid.Cell.plain(value(policy, setting)).withMark(policy.differs(setting))));
            rows.add(row);
        }
        return new Grid(type.noun() + ", " + version.title(), header, rows);
    }
}

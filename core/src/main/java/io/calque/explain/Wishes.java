package io.calque.explain;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.policy.Licensing;
import io.calque.source.NearMiss;
import io.calque.source.ResourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people want to be able to do, in plain words or as ids of rights: {@code record, dial-in, voice.pstn}. */
public final class Wishes {
    private static final String SAY = "Say what somebody wants to do: record, dial-in, video; or a right's id";
    private static final Map<String, String> WORDS = words();

    private Wishes() {}

    /**
     * The ids of the rights that some words mean; empty words are left out.
     *
     * @throws Fault with a finding for each word that means none, or none of this version; also when there is no word at all
     */
    public static Set<String> rights(List<String> wishes, Licensing licensing) {
        Set<String> rights = new LinkedHashSet<>();
        List<Finding> unknown = new ArrayList<>();
        for (String wish : wishes) {
            if (wish.isBlank()) {
                continue;
            }
            String word = wish.strip().toLowerCase(Locale.ROOT);
            String right = WORDS.getOrDefault(word, word);
            if (licensing.entitlement(right).isPresent()) {
                rights.add(right);
            } else {
                List<String> known = new ArrayList<>(WORDS.keySet());
                licensing.entitlements().forEach(e -> known.add(e.right().id()));
                unknown.add(Finding.of(
                                Code.UNKNOWN_RIGHT,
                                "'" + wish.strip() + "' is not a right of "
                                        + licensing.version().title())
                        .help(NearMiss.of(word, known)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse(SAY)));
            }
        }
        if (rights.isEmpty() && unknown.isEmpty()) {
            unknown.add(Finding.of(Code.UNKNOWN_RIGHT, "nothing is wished for").help(SAY));
        }
        if (!unknown.isEmpty()) {
            throw new Fault(unknown);
        }
        return rights;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Map<String, String> row : ResourceTable.rows(Wishes.class, "wishes.csv")) {
            words.put(ResourceTable.cell(row, "word"), ResourceTable.cell(row, "right"));
        }
        return words;
    }
}

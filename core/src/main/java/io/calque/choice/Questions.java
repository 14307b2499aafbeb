package io.calque.choice;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.licence.Condition;
import io.calque.licence.Entitlement;
import io.calque.licence.Right;
import io.calque.policy.Licensing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions that conferencing policies can be told apart by, the weightiest first. */
final class Questions {
    /** Rights to organise a meeting of some kind: who has none of them holds no conferences. */
    static final String ORGANISING = "meeting.organise.";

    /** The right that conferencing always comes with. */
    static final String AUDIO = ORGANISING + "audio";

    /** The question before all others; every other one falls away when it is answered with no. */
    static final String ANY_CONFERENCING = "Any conferencing at all?";

    private Questions() {}

    /** Those about rights: any conferencing, then every right that has a question, in the order of the rights file. */
    static List<Question.OfRights> ofRights(Licensing licensing) {
        List<Question.OfRights> questions = new ArrayList<>();
        questions.add(new Question.OfRights(
                ANY_CONFERENCING,
                licensing.entitlements().stream()
                        .map(e -> e.right().id())
                        .filter(id -> id.startsWith(ORGANISING))
                        .collect(Collectors.toSet())));
        for (Entitlement entitlement : licensing.entitlements()) {
            Right right = entitlement.right();
            if (right.question() != null && ofConferencing(right)) {
                questions.add(new Question.OfRights(right.question(), Set.of(right.id())));
            }
        }
        return questions;
    }

    /** The settings that matter when rights are the same, in the catalogue's order. */
    static List<Setting> settings(ProductVersion version) {
        return Catalogue.standard().settings(PolicyType.CONFERENCING, version).stream()
                .filter(setting -> !setting.name().equals("Description"))
                .toList();
    }

    /** Whether conferencing policies alone decide a right. */
    static boolean ofConferencing(Right right) {
        return right.gate().stream().allMatch(condition -> switch (condition) {
            case Condition.OfPolicy(var type, var _, var _) -> type == PolicyType.CONFERENCING;
            case Condition.OfAccount _ -> false;
        });
    }
}

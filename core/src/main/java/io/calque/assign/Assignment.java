package io.calque.assign;

import io.calque.diagnostic.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets, and why.
 *
 * @param origin what decided
 * @param persona what the person gets; null when nothing matches, so that no user policy is granted
 * @param because which rule or exception decided
 * @param place where the rule or exception is written; null when nothing matches
 * @param losers the rules that match as well and come later
 */
public record Assignment(
        Origin origin,
        @Nullable Persona persona,
        String because,
        @Nullable Place place,
        List<Rule> losers) {
    /** What can decide. */
    public enum Origin {
        NOTHING,
        RULE,
        EXCEPTION
    }

    /** What nothing decides. */
    public static final Assignment UNMATCHED = new Assignment(
            Origin.NOTHING, null, "no rule matches: no user policy, the site or Global decides", null, List.of());

    public Assignment {
        losers = List.copyOf(losers);
    }

    /** What a rule decides. */
    public static Assignment of(Rule rule) {
        return new Assignment(Origin.RULE, rule.persona(), rule.because(), rule.place(), List.of());
    }

    /** What an exception decides. */
    public static Assignment of(PersonalException exception) {
        return new Assignment(Origin.EXCEPTION, exception.persona(), exception.because(), exception.place(), List.of());
    }

    /** The same with the rules that lost. */
    Assignment over(List<Rule> rules) {
        return new Assignment(origin, persona, because, place, rules);
    }
}

package io.calque.choice;

import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import java.util.Locale;
import java.util.Set;

/** A question whose answer tells some policies from others. */
public sealed interface Question {
    /** The question in words, with its question mark. */
    String text();

    /** What a policy answers. */
    String answer(Candidate candidate);

    /**
     * Whether any of some rights is given. A text such as {@code Audio only, or audio and video?} is answered with its own words,
     * any other with yes or no.
     *
     * @param text the question
     * @param rights the ids of the rights
     */
    record OfRights(String text, Set<String> rights) implements Question {
        private static final String OR = ", or ";

        public OfRights {
            rights = Set.copyOf(rights);
        }

        /** The answer of policies that give one of the rights. */
        public String yes() {
            int or = text.indexOf(OR);
            return or < 0 ? "yes" : text.substring(or + OR.length(), text.length() - 1);
        }

        /** The answer of policies that give none of them. */
        public String no() {
            int or = text.indexOf(OR);
            return or < 0 ? "no" : text.substring(0, or).toLowerCase(Locale.ROOT);
        }

        @Override
        public String answer(Candidate candidate) {
            return rights.stream().anyMatch(candidate.rights()::contains) ? yes() : no();
        }
    }

    /**
     * Which value a setting has; asked of policies that give the same rights.
     *
     * @param setting the setting
     */
    record OfSetting(Setting setting) implements Question {
        @Override
        public String text() {
            return setting.name() + "?";
        }

        @Override
        public String answer(Candidate candidate) {
            return candidate.policy().value(setting).map(Value::print).orElse("not set");
        }
    }
}

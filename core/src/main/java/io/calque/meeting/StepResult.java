package io.calque.meeting;

import io.calque.licence.Licences;
import io.calque.licence.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one step.
 *
 * @param number the step, counted from 1
 * @param step the step
 * @param outcome how it ended
 * @param gate the gate that closed it; null where none did
 * @param setting the setting that closed it; null where none did
 * @param value that setting's value as the product writes it; null where no setting closed it
 * @param identity the policy that the value comes from, or {@code Account}; null where neither
 * @param rule the id of the rule that decided
 * @param reading the reading that the profile chose, where sources disagree and it decided; else null
 * @param code the server's diagnostic code; null for none
 * @param needs the licences that the action takes of whoever does it
 * @param missing those of them that the person does not hold
 * @param why one sentence
 * @param lost what others lost by it
 */
public record StepResult(
        int number,
        Step step,
        Outcome outcome,
        @Nullable Gate gate,
        @Nullable String setting,
        @Nullable String value,
        @Nullable String identity,
        String rule,
        @Nullable Reading reading,
        @Nullable Integer code,
        Licences needs,
        Licences missing,
        String why,
        List<Loss> lost) {
    public StepResult {
        lost = List.copyOf(lost);
    }
}

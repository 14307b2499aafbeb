package io.calque.diagnostic;

import java.util.List;

/**
 * Why a proof failed, in the words of the product: this policy gives this right to somebody with these licences, because this
 * setting has this value.
 *
 * @param policy the policy's identity as the product prints it, {@code Tag:NAME}
 * @param licences the licences held, in the order standard, enterprise, plus
 * @param right the id of the right that is given without a licence
 * @param setting the setting, account flag or scope that gives it
 * @param value that setting's effective value, written as the product writes it
 */
public record Witness(String policy, List<String> licences, String right, String setting, String value) {
    public Witness {
        licences = List.copyOf(licences);
    }
}

package io.calque.policy;

/**
 * What decides a person's rights: the effective policy of each type and the account.
 *
 * @param conferencing the effective conferencing policy
 * @param voice the effective voice policy
 * @param account the account's flags
 */
public record Situation(Policy conferencing, Policy voice, Account account) {}

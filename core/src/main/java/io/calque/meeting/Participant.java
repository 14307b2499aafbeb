package io.calque.meeting;

import io.calque.licence.Licences;
import io.calque.policy.EffectiveState;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a session.
 *
 * @param name the name that the scenario uses
 * @param kind what kind of person
 * @param standing presenter or attendee; null to let the meeting decide
 * @param licences the licences held; counts for people of this server alone
 * @param situation the effective policies and the account; counts for people of this server alone
 * @param lineUri the telephone number, with which a caller is known; null for none
 */
public record Participant(
        String name,
        Kind kind,
        @Nullable MeetingRole standing,
        Licences licences,
        EffectiveState situation,
        @Nullable String lineUri) {}

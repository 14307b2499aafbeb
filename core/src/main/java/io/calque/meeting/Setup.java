package io.calque.meeting;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a meeting is set up apart from policies: the parameters of Set-CsMeetingConfiguration, Set-CsAccessEdgeConfiguration
 * and Set-CsConferencingConfiguration by their own names, and what the organiser chose. Ad-hoc meetings ignore the meeting configuration.
 *
 * @param access who gets in without waiting; null to let the configuration decide
 * @param invited the names of those invited
 * @param admitAnonymousUsersByDefault whether scheduled meetings are open to anonymous people
 * @param pstnCallersBypassLobby whether callers skip the lobby of scheduled meetings
 * @param designateAsPresenter who becomes presenter on joining a scheduled meeting; null to take everybody as presenter
 * @param allowAnonymousUsers whether the access edge lets anonymous people through at all
 * @param anonymousUserGracePeriod after how many minutes a meeting ends in which nobody is who signed in
 */
public record Setup(
        @Nullable Access access,
        Set<String> invited,
        boolean admitAnonymousUsersByDefault,
        boolean pstnCallersBypassLobby,
        @Nullable Designate designateAsPresenter,
        boolean allowAnonymousUsers,
        long anonymousUserGracePeriod) {
    /** AnonymousUserGracePeriod as the product comes, in minutes. */
    public static final long GRACE = 90;

    /** As the product comes, with the edge open to anonymous people. */
    public static final Setup STANDARD = new Setup(null, Set.of(), true, true, null, true, GRACE);

    public Setup {
        invited = Set.copyOf(invited);
    }

    /** The values of DesignateAsPresenter. */
    public enum Designate {
        NONE,
        COMPANY,
        EVERYONE
    }
}

package io.calque.lync.cmdlet;

import io.calque.catalogue.PolicyType;
import org.jspecify.annotations.Nullable;

/** Calls on users. Those named {@code Fed} take the users from the pipeline instead of {@code -Identity}. */
public final class UserCmdlets {
    /** {@code -ResultSize} for everybody: 0 would mean nobody, and without it a server may cut the list (Get-CsUser). */
    private static final long EVERYBODY = Integer.MAX_VALUE;

    private UserCmdlets() {}

    /** Reads one user. */
    public static Cmdlet get(UserIdentity user) {
        return getFed().with("Identity", user);
    }

    /** Reads the users that come by the pipeline. */
    public static Cmdlet getFed() {
        return Cmdlet.of(CmdletName.GET_USER);
    }

    /** Reads all users that are enabled for the service. */
    public static Cmdlet getAll() {
        return getFed().with("ResultSize", Operand.of(EVERYBODY));
    }

    /** Reads at most so many users, whichever the server finds first. */
    public static Cmdlet getSome(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one user: " + most);
        }
        return getFed().with("ResultSize", Operand.of(most));
    }

    /** Reads the users that a filter on the product's own attributes finds. */
    public static Cmdlet find(Filter filter) {
        return getAll().with("Filter", filter);
    }

    /** Reads the users that a filter on directory attributes finds. */
    public static Cmdlet find(LdapFilter filter) {
        return getAll().with("LdapFilter", filter);
    }

    /** Reads the users of an organisational unit and of those below it. */
    public static Cmdlet in(OrganisationalUnit unit) {
        return getAll().with("OU", unit);
    }

    /**
     * Grants a user policy to one user.
     *
     * @param policy the policy's name without scope; null takes the grant away, so that the site or Global decides
     */
    public static Cmdlet grant(PolicyType type, UserIdentity user, @Nullable String policy) {
        return Cmdlet.of(grantName(type)).with("Identity", user).with("PolicyName", name(policy));
    }

    /** Grants a user policy to the users that come by the pipeline; null takes the grant away. */
    public static Cmdlet grantFed(PolicyType type, @Nullable String policy) {
        return Cmdlet.of(grantName(type)).with("PolicyName", name(policy));
    }

    /** Switches Enterprise Voice for the users that come by the pipeline. */
    public static Cmdlet voiceFed(boolean on) {
        return Cmdlet.of(CmdletName.SET_USER).with("EnterpriseVoiceEnabled", Operand.of(on));
    }

    /** Sets the line of the user that comes by the pipeline; null takes it away. */
    public static Cmdlet lineFed(@Nullable String lineUri) {
        return Cmdlet.of(CmdletName.SET_USER).with("LineURI", name(lineUri));
    }

    private static Operand name(@Nullable String text) {
        return text == null ? Operand.nothing() : Operand.of(text);
    }

    private static CmdletName grantName(PolicyType type) {
        return switch (type) {
            case CONFERENCING -> CmdletName.GRANT_CONFERENCING_POLICY;
            case VOICE -> CmdletName.GRANT_VOICE_POLICY;
        };
    }
}

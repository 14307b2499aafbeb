package io.calque.lync.cmdlet;

import java.util.List;

/** The parameters of the user cmdlets. */
final class UserParameters {
    private static final Spec IDENTITY = Spec.of("Identity", Kind.USER);
    private static final Spec DOMAIN_CONTROLLER = Spec.of("DomainController", Kind.TEXT);
    private static final Spec PASS_THRU = Spec.of("PassThru", Kind.SWITCH);
    private static final Spec FILTER = Spec.of("Filter", Kind.FILTER);
    private static final Spec UNIT = Spec.of("OU", Kind.UNIT);
    private static final Spec RESULT_SIZE = Spec.of("ResultSize", Kind.WHOLE);

    static final List<Spec> GET =
            List.of(IDENTITY, FILTER, Spec.of("LdapFilter", Kind.LDAP_FILTER), UNIT, RESULT_SIZE, DOMAIN_CONTROLLER);
    static final List<Spec> GET_AD =
            List.of(IDENTITY, FILTER, Spec.of("LDAPFilter", Kind.LDAP_FILTER), UNIT, RESULT_SIZE, DOMAIN_CONTROLLER);
    static final List<Spec> GET_EFFECTIVE = List.of(IDENTITY, DOMAIN_CONTROLLER);
    static final List<Spec> SET = List.of(
            IDENTITY,
            Spec.of("Enabled", Kind.FLAG),
            Spec.of("AudioVideoDisabled", Kind.FLAG),
            Spec.of("EnterpriseVoiceEnabled", Kind.FLAG),
            Spec.of("RemoteCallControlTelephonyEnabled", Kind.FLAG),
            Spec.of("LineURI", Kind.TEXT),
            Spec.of("LineServerURI", Kind.TEXT),
            Spec.of("PrivateLine", Kind.TEXT),
            Spec.of("SipAddress", Kind.TEXT),
            DOMAIN_CONTROLLER,
            PASS_THRU);
    static final List<Spec> ENABLE = List.of(
            IDENTITY,
            Spec.of("RegistrarPool", Kind.TEXT),
            Spec.of("SipAddress", Kind.TEXT),
            new Spec(
                    "SipAddressType",
                    Kind.WORD,
                    List.of("FirstLastName", "EmailAddress", "UserPrincipalName", "SamAccountName")),
            Spec.of("SipDomain", Kind.TEXT),
            DOMAIN_CONTROLLER,
            PASS_THRU);
    static final List<Spec> DISABLE = List.of(IDENTITY, DOMAIN_CONTROLLER, PASS_THRU);

    private UserParameters() {}
}

package io.calque.lync.cmdlet;

/** What a parameter takes. */
public enum Kind {
    /** One user: {@link UserIdentity}. */
    USER,
    /** One policy: {@link PolicyIdentity}. */
    POLICY,
    /** The name of a user policy to grant, or null to take the grant away. */
    POLICY_NAME,
    /** Any text, or null. */
    TEXT,
    /** One of a few fixed words, spelt as the catalogue spells them. */
    WORD,
    /** True or false, or null. */
    FLAG,
    /** A switch, set or expressly not set. */
    SWITCH,
    /** A whole number, or null. */
    WHOLE,
    /** A list of texts, or null. */
    TEXTS,
    /** A {@link Filter}. */
    FILTER,
    /** An {@link LdapFilter}. */
    LDAP_FILTER,
    /** An {@link OrganisationalUnit}. */
    UNIT
}

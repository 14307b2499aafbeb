package io.calque.policy;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a policy: its scope and name. Prints as the product prints it, is read with or without {@code Tag:} and in any
 * case, and compares without regard to case, as the product does (Microsoft's cmdlet help, "user identity and the tag scope").
 */
public sealed interface Identity extends Comparable<Identity> {
    /** The order in which policies are listed: Global, sites, user policies, each by name. */
    Comparator<Identity> ORDER = Comparator.comparing(Identity::scope).thenComparing(Identity::key);

    /** Where the policy applies. */
    Scope scope();

    /** As the product prints it: {@code Global}, {@code Site:NAME}, {@code Tag:NAME}. */
    String print();

    /** The name without its scope: {@code Global}, the site's, the user policy's. */
    String name();

    /** The printed form in lower case, under which two spellings of one identity are equal. */
    default String key() {
        return print().toLowerCase(Locale.ROOT);
    }

    @Override
    default int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }

    /** The one policy that is always there. */
    static Identity global() {
        return new Global();
    }

    /** Reads an identity; a name without a prefix is a user policy's. */
    static Identity of(String text) {
        String bare = text.strip();
        if (bare.equalsIgnoreCase("global")) {
            return global();
        }
        if (bare.regionMatches(true, 0, "site:", 0, 5)) {
            return new Site(bare.substring(5));
        }
        return new Tag(bare.regionMatches(true, 0, "tag:", 0, 4) ? bare.substring(4) : bare);
    }

    private static int hashIgnoringCase(String name) {
        int hash = 1;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
        }
        return hash;
    }

    /** The global policy. */
    record Global() implements Identity {
        @Override
        public Scope scope() {
            return Scope.GLOBAL;
        }

        @Override
        public String print() {
            return "Global";
        }

        @Override
        public String name() {
            return "Global";
        }
    }

    /** The policy of a site. */
    record Site(String name) implements Identity {
        @Override
        public Scope scope() {
            return Scope.SITE;
        }

        @Override
        public String print() {
            return "Site:" + name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Site site && site.name.equalsIgnoreCase(name);
        }

        @Override
        public int hashCode() {
            return hashIgnoringCase(name);
        }
    }

    /** A user policy, which does nothing until it is granted. */
    record Tag(String name) implements Identity {
        /** Whether two grants print alike: the same name in the same case, or none at all. */
        public static boolean areSpeltAlike(@Nullable Tag one, @Nullable Tag other) {
            return one == null ? other == null : other != null && one.name.equals(other.name);
        }

        @Override
        public Scope scope() {
            return Scope.USER;
        }

        @Override
        public String print() {
            return "Tag:" + name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tag tag && tag.name.equalsIgnoreCase(name);
        }

        @Override
        public int hashCode() {
            return hashIgnoringCase(name);
        }
    }
}

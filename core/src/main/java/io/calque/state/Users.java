package io.calque.state;

import io.calque.people.IdentifierKind;
import io.calque.people.Identifiers;
import io.calque.people.Names;
import io.calque.people.NamesDraft;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All users of a server, by position. Their names lie in columns and they share their provisions, so that a million of them are few
 * objects; a {@link UserState} is made when it is asked for. Immutable.
 */
public final class Users extends AbstractList<UserState> implements RandomAccess {
    private final Names names;
    private final Provision[] provisions;
    private final @Nullable String[] lines;

    private Users(Names names, Provision[] provisions, @Nullable String[] lines) {
        this.names = names;
        this.provisions = provisions;
        this.lines = lines;
    }

    /** Users one by one, in their order. */
    public static Users of(List<UserState> users) {
        if (users instanceof Users already) {
            return already;
        }
        Builder builder = new Builder();
        users.forEach(builder::add);
        return builder.build();
    }

    @Override
    public int size() {
        return provisions.length;
    }

    @Override
    public UserState get(int position) {
        return new UserState(names.get(position), provisions[position], lines[position]);
    }

    /** The names of all users. */
    public Names names() {
        return names;
    }

    /** How the server provides for a user. Whoever is provided for alike has the same object. */
    public Provision provision(int position) {
        return provisions[position];
    }

    /** A user's primary number; null for none. */
    public @Nullable String line(int position) {
        return lines[position];
    }

    /** See {@link UserState#subject}. */
    public String subject(int position) {
        String address = names.name(position, IdentifierKind.SIP_ADDRESS);
        return address != null ? address : get(position).subject();
    }

    /** How the server provides for each user, in their order. */
    public Stream<Provision> provisions() {
        return Stream.of(provisions);
    }

    /** Collects users. Not thread-safe. */
    public static final class Builder {
        private final Names.Builder names = new Names.Builder();
        private final Map<Spelling, Provision> known = new HashMap<>();
        private Provision last = new Provision(null, Account.PLAIN, null, null);
        private final List<Provision> provisions = new ArrayList<>();
        private final List<@Nullable String> lines = new ArrayList<>();

        /** Adds the next user. */
        public void add(UserState user) {
            add(user.ids(), user.provision(), user.lineUri());
        }

        /** Adds the next user by what makes one. */
        public void add(Identifiers ids, Provision provision, @Nullable String line) {
            names.add(ids);
            add(provision, line);
        }

        /** The same with names from a reader. */
        void add(NamesDraft ids, Provision provision, @Nullable String line) {
            names.add(ids);
            add(provision, line);
        }

        private void add(Provision provision, @Nullable String line) {
            provisions.add(shared(provision));
            lines.add(line);
        }

        /** All users that were added; none is added afterwards. */
        public Users build() {
            return new Users(
                    names.build(), provisions.toArray(Provision[]::new), lines.toArray(new @Nullable String[0]));
        }

        private Provision shared(Provision provision) {
            if (!isSpeltAlike(provision, last)) {
                last = Objects.requireNonNull(known.computeIfAbsent(Spelling.of(provision), _ -> provision));
            }
            return last;
        }

        /** The same as equal spellings, for neighbours, who mostly are. */
        private static boolean isSpeltAlike(Provision one, Provision other) {
            return one.account().equals(other.account())
                    && Objects.equals(one.site(), other.site())
                    && Identity.Tag.areSpeltAlike(one.conferencing(), other.conferencing())
                    && Identity.Tag.areSpeltAlike(one.voice(), other.voice());
        }
    }

    /** What two provisions have in common that may stand for each other: policies are one whatever their case, and printed as written. */
    private record Spelling(
            @Nullable String site,
            Account account,
            @Nullable String conferencing,
            @Nullable String voice) {
        static Spelling of(Provision provision) {
            return new Spelling(
                    provision.site(),
                    provision.account(),
                    provision.conferencing() == null
                            ? null
                            : provision.conferencing().name(),
                    provision.voice() == null ? null : provision.voice().name());
        }
    }
}

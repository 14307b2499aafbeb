package io.calque.state;

import io.calque.people.IdentifierKind;
import io.calque.people.Identifiers;
import io.calque.people.NameColumns;
import io.calque.people.NameColumnsWriter;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All users of a server, by position. Their names lie in columns and they share their configurations, so that a million of them are few
 * objects; a {@link UserState} is made when it is asked for. Immutable.
 */
public final class Users extends AbstractList<UserState> implements RandomAccess {
    private final NameColumns names;
    private final UserConfiguration[] configurations;
    private final @Nullable String[] lines;

    private Users(NameColumns names, UserConfiguration[] configurations, @Nullable String[] lines) {
        this.names = names;
        this.configurations = configurations;
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
        return configurations.length;
    }

    @Override
    public UserState get(int position) {
        return new UserState(names.get(position), configurations[position], lines[position]);
    }

    /** The names of all users. */
    public NameColumns names() {
        return names;
    }

    /** How the server provides for a user. Whoever is provided for alike has the same object. */
    public UserConfiguration configuration(int position) {
        return configurations[position];
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

    /** The same users, those at some positions homed online; themselves where there are none. */
    public Users homedOnline(BitSet positions) {
        if (positions.isEmpty()) {
            return this;
        }
        IdentityHashMap<UserConfiguration, UserConfiguration> moved = new IdentityHashMap<>();
        UserConfiguration[] homed = configurations.clone();
        positions.stream()
                .forEach(i -> homed[i] = Objects.requireNonNull(moved.computeIfAbsent(
                        homed[i], one -> one.withAccount(one.account().withHome(Home.ONLINE)))));
        return new Users(names, homed, lines);
    }

    /** How the server provides for each user, in their order. */
    public Stream<UserConfiguration> configurations() {
        return Stream.of(configurations);
    }

    /** Collects users. Not thread-safe. */
    public static final class Builder {
        private final NameColumns.Builder names = new NameColumns.Builder();
        private final Map<Spelling, UserConfiguration> known = new HashMap<>();
        private UserConfiguration last = new UserConfiguration(null, Account.PLAIN, null, null);
        private final List<UserConfiguration> configurations = new ArrayList<>();
        private final List<@Nullable String> lines = new ArrayList<>();

        /** Adds the next user. */
        public void add(UserState user) {
            add(user.ids(), user.configuration(), user.lineUri());
        }

        /** Adds the next user by what makes one. */
        public void add(Identifiers ids, UserConfiguration configuration, @Nullable String line) {
            names.add(ids);
            add(configuration, line);
        }

        /** The same with names from a reader. */
        void add(NameColumnsWriter ids, UserConfiguration configuration, @Nullable String line) {
            names.add(ids);
            add(configuration, line);
        }

        private void add(UserConfiguration configuration, @Nullable String line) {
            configurations.add(shared(configuration));
            lines.add(line);
        }

        /** All users that were added; none is added afterwards. */
        public Users build() {
            return new Users(
                    names.build(),
                    configurations.toArray(UserConfiguration[]::new),
                    lines.toArray(new @Nullable String[0]));
        }

        private UserConfiguration shared(UserConfiguration configuration) {
            if (!isSpeltAlike(configuration, last)) {
                last = Objects.requireNonNull(known.computeIfAbsent(Spelling.of(configuration), _ -> configuration));
            }
            return last;
        }

        /** The same as equal spellings, for neighbours, who mostly are. */
        private static boolean isSpeltAlike(UserConfiguration one, UserConfiguration other) {
            return one.account().equals(other.account())
                    && Objects.equals(one.site(), other.site())
                    && Identity.Tag.areSpeltAlike(one.conferencing(), other.conferencing())
                    && Identity.Tag.areSpeltAlike(one.voice(), other.voice());
        }
    }

    /** What two configurations have in common that may stand for each other: policies are one whatever their case, and printed as written. */
    private record Spelling(
            @Nullable String site,
            Account account,
            @Nullable String conferencing,
            @Nullable String voice) {
        static Spelling of(UserConfiguration configuration) {
            return new Spelling(
                    configuration.site(),
                    configuration.account(),
                    configuration.conferencing() == null
                            ? null
                            : configuration.conferencing().name(),
                    configuration.voice() == null ? null : configuration.voice().name());
        }
    }
}

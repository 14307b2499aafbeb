package io.calque.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of many people, by position. A million people are a thousand long texts and not millions of small ones, which would cost
 * more to keep than to read; a name is cut out of its text when it is asked for. Immutable.
 */
public final class NameColumns {
    static final int DOMAIN = 0;
    private static final int SAM_ACCOUNT_NAME = 1;
    private static final int USER_PRINCIPAL_NAME = 2;
    private static final int SIP_ADDRESS = 3;
    private static final int DISPLAY_NAME = 4;
    private static final int DISTINGUISHED_NAME = 5;
    static final int COLUMNS = 6;

    /** The hash of no name at all. */
    static final int NONE = 0;

    private static final int BLOCK_BITS = 10;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<Block> blocks;
    private final int size;

    private NameColumns(List<Block> blocks, int size) {
        this.blocks = List.copyOf(blocks);
        this.size = size;
    }

    /** The names of a few people, in their order. */
    public static NameColumns of(Iterable<? extends Identified> people) {
        Builder names = new Builder();
        people.forEach(person -> names.add(person.ids()));
        return names.build();
    }

    /** How many people there are. */
    public int size() {
        return size;
    }

    /** All names of one person; an empty name reads as none. */
    public Identifiers get(int position) {
        return new Identifiers(
                cell(position, DOMAIN),
                cell(position, SAM_ACCOUNT_NAME),
                cell(position, USER_PRINCIPAL_NAME),
                cell(position, SIP_ADDRESS),
                cell(position, DISPLAY_NAME),
                cell(position, DISTINGUISHED_NAME));
    }

    /** The name of one kind as written; null where it is missing. */
    public @Nullable String name(int position, IdentifierKind kind) {
        return kind == IdentifierKind.DOMAIN_AND_SAM ? get(position).name(kind) : cell(position, column(kind));
    }

    /** The domain as written; null where it is missing. */
    @Nullable
    String domain(int position) {
        return cell(position, DOMAIN);
    }

    /** The name of one kind, folded for comparing; null where it is missing. */
    @Nullable
    String key(int position, IdentifierKind kind) {
        return kind.fold(name(position, kind));
    }

    /** The hash of a folded name. */
    static int hash(String key) {
        int hash = key.hashCode();
        return hash == NONE ? ~NONE : hash;
    }

    /** The hash of the name of one kind when folded; {@link #NONE} where it is missing. Most names need no folding and no copy. */
    int hash(int position, IdentifierKind kind) {
        if (kind != IdentifierKind.DOMAIN_AND_SAM) {
            int hash = block(position).hash(cellNumber(position, column(kind)), kind);
            if (hash != NONE) {
                return hash;
            }
        }
        String key = key(position, kind);
        return key == null ? NONE : hash(key);
    }

    /** Whether the name of one kind is a given one when folded. */
    boolean is(int position, IdentifierKind kind, String key) {
        return (kind != IdentifierKind.DOMAIN_AND_SAM
                        && block(position).is(cellNumber(position, column(kind)), key)
                        && Fold.isFolded(key, 0, key.length()))
                || key.equals(key(position, kind));
    }

    /** Whether a name of one kind is the same as somebody else's, when both are folded. */
    boolean isSame(int position, NameColumns others, int other, IdentifierKind kind) {
        if (kind != IdentifierKind.DOMAIN_AND_SAM) {
            int cell = cellNumber(position, column(kind));
            int otherCell = cellNumber(other, column(kind));
            // Unequal as written says nothing: one may be folded and the other not.
            if (block(position).isSame(cell, others.block(other), otherCell)) {
                return true;
            }
        }
        String key = others.key(other, kind);
        return key != null && is(position, kind, key);
    }

    static int column(IdentifierKind kind) {
        return switch (kind) {
            case SIP_ADDRESS -> SIP_ADDRESS;
            case USER_PRINCIPAL_NAME -> USER_PRINCIPAL_NAME;
            case DISTINGUISHED_NAME -> DISTINGUISHED_NAME;
            case SAM_ACCOUNT_NAME -> SAM_ACCOUNT_NAME;
            case DISPLAY_NAME -> DISPLAY_NAME;
            case DOMAIN_AND_SAM -> throw new IllegalArgumentException("stands in two columns");
        };
    }

    private @Nullable String cell(int position, int column) {
        return block(position).cell(cellNumber(position, column));
    }

    private Block block(int position) {
        return blocks.get(position >> BLOCK_BITS);
    }

    private static int cellNumber(int position, int column) {
        return (position & (BLOCK - 1)) * COLUMNS + column;
    }

    /** The names of some people one behind the other, and where each ends. */
    private static final class Block {
        private final String text;
        private final int[] ends;

        Block(String text, int[] ends) {
            this.text = text;
            this.ends = ends;
        }

        @Nullable
        String cell(int cell) {
            int start = start(cell);
            int end = ends[cell];
            return start == end ? null : text.substring(start, end);
        }

        boolean is(int cell, String name) {
            int start = start(cell);
            return ends[cell] - start == name.length() && text.startsWith(name, start);
        }

        boolean isSame(int cell, Block other, int otherCell) {
            int start = start(cell);
            int otherStart = other.start(otherCell);
            int length = ends[cell] - start;
            return length == other.ends[otherCell] - otherStart
                    && text.regionMatches(start, other.text, otherStart, length);
        }

        /** The hash of a name that is certainly folded, else {@link #NONE}. */
        int hash(int cell, IdentifierKind kind) {
            int start = start(cell);
            int end = ends[cell];
            if (!kind.isFolded(text, start, end)) {
                return NONE;
            }
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + text.charAt(i);
            }
            return hash;
        }

        private int start(int cell) {
            return cell == 0 ? 0 : ends[cell - 1];
        }
    }

    /** Collects names. Not thread-safe. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private int[] ends = new int[BLOCK * COLUMNS];
        private int cells;

        /** Adds the names of the next person. */
        public void add(NameColumnsWriter draft) {
            makeRoom();
            for (int column = 0; column < COLUMNS; column++) {
                draft.appendTo(text, column);
                ends[cells++] = text.length();
            }
        }

        /** Adds the names of the next person. */
        public void add(Identifiers ids) {
            makeRoom();
            cell(ids.domain());
            cell(ids.samAccountName());
            cell(ids.userPrincipalName());
            cell(ids.sipAddress());
            cell(ids.displayName());
            cell(ids.distinguishedName());
        }

        /** All names that were added; nothing is added afterwards. */
        public NameColumns build() {
            int size = blocks.size() * BLOCK + cells / COLUMNS;
            close();
            return new NameColumns(blocks, size);
        }

        private void makeRoom() {
            if (cells == ends.length) {
                close();
            }
        }

        private void cell(@Nullable String name) {
            if (name != null) {
                text.append(name);
            }
            ends[cells++] = text.length();
        }

        private void close() {
            blocks.add(new Block(text.toString(), cells == ends.length ? ends : Arrays.copyOf(ends, cells)));
            text = new StringBuilder(text.length() + text.length() / 8);
            ends = new int[BLOCK * COLUMNS];
            cells = 0;
        }
    }
}

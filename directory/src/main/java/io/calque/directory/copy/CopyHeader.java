package io.calque.directory.copy;

import io.calque.directory.copy.Watermark.Position;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Layout;

/**
 * What a copy is a copy of.
 *
 * @param question the fingerprint of what was asked: base, filter, attributes, groups; a copy answers no other question
 * @param reader who read it, with which groups: others may see other people
 * @param domain the domain's short name; empty when it is not known
 * @param position how far it goes, and at which controller
 * @param layout the attributes of its rows
 * @param tree the groups of its rows
 */
public record CopyHeader(
        String question, String reader, String domain, Position position, Layout layout, GroupTree tree) {
    /** The same copy at a later time. */
    public CopyHeader at(Position newPosition, GroupTree newTree) {
        return new CopyHeader(question, reader, domain, newPosition, layout, newTree);
    }
}

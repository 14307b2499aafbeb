package io.calque.directory.change;

import io.calque.directory.connect.Session;
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.row.GroupTree;

/**
 * What one reading goes by.
 *
 * @param domain the root of the domain that the controller serves
 * @param name the domain's short name; empty where it is not known
 * @param tree the groups that matter, as they are now
 * @param attributes the attributes that decide the answer
 * @param account who reads
 * @param history the database's history until now
 * @param before how many people there were when the same was asked before; 0 where nothing can be said
 */
record Reading(
        Session session,
        String domain,
        String name,
        GroupTree tree,
        TrackedAttributes attributes,
        String account,
        History history,
        long before) {}

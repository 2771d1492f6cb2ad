/**
 * Replies kept in memory for the time that their author allows.
 *
 * <p>In: a query with its typed values and the bytes that it gave. Out: the same bytes for the same
 * query and values, never for others, with their age and whether they are fresh, stale, or to be
 * read anew. Refuses what is over its time; forgets the least used when memory is full.
 */
@NullMarked
package org.sqlwidgets.cache;

import org.jspecify.annotations.NullMarked;

/**
 * Lookups and options that are kept in the database.
 *
 * <p>In: the tables {@code sql_widgets.lookup} and {@code sql_widgets.lookup_option}. Out: {@code
 * DatabaseLookups}, both tables as one immutable value that a poll compares with the last. Judges
 * nothing: a lookup with both a query and options goes out with both. Refuses to answer while the
 * database cannot be read.
 */
@NullMarked
package org.sqlwidgets.lookup;

import org.jspecify.annotations.NullMarked;

/**
 * Lookups and options that are kept in the database.
 *
 * <p>In: the tables {@code sql_widgets.lookup} and {@code sql_widgets.lookup_option}. Out: {@code
 * DatabaseLookups}, both tables as one immutable value that a poll compares with the last; it
 * judges nothing: a lookup with both a query and options goes out with both. Also in: edits of the
 * options editor, each carried out in one transaction with its row in {@code
 * sql_widgets.option_change}. Refuses edits that break a rule, that come too late, or that undo
 * what is not there any more, and to answer while the database cannot be read.
 */
@NullMarked
package org.sqlwidgets.lookup;

import org.jspecify.annotations.NullMarked;

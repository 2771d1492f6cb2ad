/**
 * Runs what authors expect of their widgets' rows.
 *
 * <p>In: a widget with its expectations. Out: for each, whether it is met, how many rows there were
 * and how long it took; what is not met is a problem at its place in the file. Refuses nothing: a
 * query that fails is an expectation that is not met.
 */
@NullMarked
package org.sqlwidgets.expect;

import org.jspecify.annotations.NullMarked;

/**
 * Binds values, describes and runs SQL, hands out rows; speaks JDBC to the analysts' data.
 *
 * <p>In: a {@link org.sqlwidgets.widget.Query} and the raw values of a request. Out: a cursor of
 * rows whose values go straight to a sink. Refuses values that do not convert, more rows than
 * allowed, numbers that a client would round. Every statement runs in a read-only transaction that
 * is rolled back, with a time limit, and can be cancelled from another thread.
 */
@NullMarked
package org.sqlwidgets.query;

import org.jspecify.annotations.NullMarked;

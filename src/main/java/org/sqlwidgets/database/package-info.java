/**
 * The databases the product works with.
 *
 * <p>In: the files under {@code db/}. Out: tables and example rows. Refuses a CSV whose rows or
 * columns do not fit its table.
 */
@NullMarked
package org.sqlwidgets.database;

import org.jspecify.annotations.NullMarked;

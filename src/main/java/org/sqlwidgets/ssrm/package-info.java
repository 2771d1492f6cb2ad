/**
 * Pushes sorting, filtering, grouping and paging of a grid into the database (contract §4.9).
 *
 * <p>In: a widget's query, the values of its params and the grid's request as a plain JSON tree.
 * Out: the rows of one block, in a stable order, and the exact number of rows. Refuses every name,
 * direction, operator and aggregate that is not on its lists; values are bound with the type of
 * their column. The author's query stands unchanged, as a derived table, in every statement.
 */
@NullMarked
package org.sqlwidgets.ssrm;

import org.jspecify.annotations.NullMarked;

/**
 * What is wrong, where, and what to do.
 *
 * <p>In: findings of every stage. Out: an ordered list with file, line and column. Knows nothing of
 * SQL, YAML or widgets, and refuses nothing: all problems are collected, none stops the next.
 */
@NullMarked
package org.sqlwidgets.problem;

import org.jspecify.annotations.NullMarked;

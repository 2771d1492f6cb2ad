/**
 * What is wrong, where, and what to do.
 *
 * <p>In: findings of every stage, and the bytes of text files. Out: an ordered list with file, line
 * and column, and text that remembers its places. Knows nothing of SQL, YAML or widgets. Refused:
 * files that are too large or not UTF-8; all problems are collected, none stops the next.
 */
@NullMarked
package org.sqlwidgets.problem;

import org.jspecify.annotations.NullMarked;

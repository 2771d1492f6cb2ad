package org.sqlwidgets.definition;

import org.sqlwidgets.problem.SourceLocation;

/**
 * A value with the place where the author wrote it.
 *
 * @param value what was written
 * @param at where
 */
public record Located<T>(T value, SourceLocation at) {}

package org.sqlwidgets.sql;

/**
 * One occurrence of a named value in SQL text, written {@code :name} (widget-file §1).
 *
 * @param name the name without its colon: {@code [A-Za-z_][A-Za-z0-9_]*}
 * @param offset 0-based index of the colon in the SQL text
 */
public record Placeholder(String name, int offset) {}

package org.sqlwidgets.widget;

/**
 * One {@code ?} of a statement and the param that fills it.
 *
 * @param name the param
 * @param typed true when the database knows the type at this place; false where only a stated type
 *     makes it describable, as in {@code :x IS NULL}
 */
public record Placement(String name, boolean typed) {}

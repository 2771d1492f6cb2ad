package org.sqlwidgets.lookup;

import org.jspecify.annotations.Nullable;

/**
 * One option of a lookup, as the database keeps it.
 *
 * @param value what the param becomes when the option is chosen
 * @param label what the dropdown shows
 * @param description the second line
 * @param rightOfDescription the text to the right of the second line
 * @param parentValue the value of the lookup's parent param for which the option shows; null: every
 *     value
 * @param isDefault whether the option is sent with {@code selected: true}
 */
public record StoredOption(
    String value,
    String label,
    @Nullable String description,
    @Nullable String rightOfDescription,
    @Nullable String parentValue,
    boolean isDefault) {}

package org.sqlwidgets.widget;

import java.util.Optional;

/**
 * One entry of a dropdown (contract §3.4).
 *
 * @param value what is sent when it is chosen; never empty
 * @param label what is shown; never empty
 * @param description a line below the label
 * @param rightOfDescription a text to the right of that line
 * @param selected true for the option that a group takes as its new default
 */
public record Option(
    String value,
    String label,
    Optional<String> description,
    Optional<String> rightOfDescription,
    boolean selected) {}

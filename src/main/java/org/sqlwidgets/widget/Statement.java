package org.sqlwidgets.widget;

import java.util.List;

/**
 * A text that a driver can prepare, and what it binds.
 *
 * @param jdbcText with {@code ?} for each placeholder; never depends on values
 * @param placements what fills each {@code ?}, in order
 */
public record Statement(String jdbcText, List<Placement> placements) {

  /** Copies the list. */
  public Statement {
    placements = List.copyOf(placements);
  }
}

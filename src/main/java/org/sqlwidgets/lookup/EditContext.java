package org.sqlwidgets.lookup;

import java.util.List;
import java.util.function.Predicate;

/**
 * What an edit is judged by, beside the lookup's own rows.
 *
 * @param lookup the name of the lookup
 * @param author who wants it
 * @param seen whether a version is the one that the author has seen; always true when it was not
 *     said
 * @param multiSelect whether a param that takes several values feeds on the lookup
 * @param usedBy the widgets that need the lookup
 */
public record EditContext(
    String lookup,
    Author author,
    Predicate<String> seen,
    boolean multiSelect,
    List<String> usedBy) {

  /** Copies the list. */
  public EditContext {
    usedBy = List.copyOf(usedBy);
  }
}

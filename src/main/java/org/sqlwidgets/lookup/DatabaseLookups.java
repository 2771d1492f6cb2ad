package org.sqlwidgets.lookup;

import java.util.List;
import java.util.Set;

/**
 * Both lookup tables at one moment; equal to another when nothing has changed between them.
 *
 * @param lookups the enabled lookups by name
 * @param disabled the names that exist and are switched off, so that a widget can be told
 */
public record DatabaseLookups(List<StoredLookup> lookups, Set<String> disabled) {
  /** No lookups at all. */
  public static final DatabaseLookups NONE = new DatabaseLookups(List.of(), Set.of());

  /** Takes copies. */
  public DatabaseLookups {
    lookups = List.copyOf(lookups);
    disabled = Set.copyOf(disabled);
  }
}

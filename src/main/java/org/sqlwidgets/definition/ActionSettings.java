package org.sqlwidgets.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Option;

/**
 * What the compiler needs to know about actions.
 *
 * @param enabled false: action files are only read, and forms are not shown
 * @param datasources the datasources that may run actions
 * @param main the one that runs an action which names none; empty = there is none
 * @param options gives the options of a lookup as they are now, for the dropdowns of forms
 */
public record ActionSettings(
    boolean enabled, Set<String> datasources, Optional<String> main, OptionsNow options) {

  /** Nothing may be changed. */
  public static final ActionSettings OFF =
      new ActionSettings(false, Set.of(), Optional.empty(), lookup -> List.of());

  /** Gives the options of a lookup as they are now. */
  @FunctionalInterface
  public interface OptionsNow {

    /**
     * The options of a lookup that depends on no param.
     *
     * @throws org.sqlwidgets.query.QueryFailedException when its query failed
     */
    List<Option> of(Lookup lookup);
  }

  /** Copies the set. */
  public ActionSettings {
    datasources = Set.copyOf(datasources);
  }
}

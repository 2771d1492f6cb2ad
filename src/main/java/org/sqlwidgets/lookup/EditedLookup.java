package org.sqlwidgets.lookup;

import java.util.Optional;

/**
 * A lookup at one moment, and what could be taken back then.
 *
 * @param state the lookup; empty when there is none
 * @param undoable the change that an undo would take back
 */
public record EditedLookup(Optional<LookupState> state, Optional<OptionChange> undoable) {

  static String version(Optional<LookupState> state) {
    return state.map(LookupState::version).orElse("");
  }

  /** Tells whether the rows are as the last change left them. */
  static boolean isAsLeftBy(OptionChange change, Optional<LookupState> state) {
    return change.version().equals(version(state));
  }
}

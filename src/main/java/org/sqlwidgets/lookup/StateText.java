package org.sqlwidgets.lookup;

import java.util.Optional;

/** Writes the state of a lookup as a text that can be read again, for the record of changes. */
public interface StateText {

  /** The text of a state, or of there being none. */
  String write(Optional<LookupState> state);

  /** The state that a text tells of. */
  Optional<LookupState> read(String text);
}

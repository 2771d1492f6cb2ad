package org.sqlwidgets.lookup;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;

/** A change of one lookup, told as what it makes of the lookup's state. */
public sealed interface Edit permits OptionEdit, LookupEdit {

  /**
   * What an edit wants.
   *
   * @param state the lookup afterwards; empty when it is to go
   * @param what the change in words, in the past tense
   */
  record Plan(Optional<LookupState> state, String what) {}

  /**
   * Makes the state that is wanted of the present one.
   *
   * @throws EditRefusedException when that cannot be
   */
  Plan plan(Optional<LookupState> present);

  /** What is known to be wrong before the rules are asked; then nothing is changed. */
  default List<Flaw> flaws() {
    return List.of();
  }

  /** The word for it in the record of changes. */
  default String kind() {
    return switch (this) {
      case OptionEdit.Add _ -> "add";
      case OptionEdit.Change _ -> "change";
      case OptionEdit.Delete _ -> "delete";
      case OptionEdit.Order _ -> "order";
      case OptionEdit.Replace _ -> "import";
      case LookupEdit.Create _ -> "create";
      case LookupEdit.Change _ -> "settings";
      case LookupEdit.Delete _ -> "remove";
    };
  }
}

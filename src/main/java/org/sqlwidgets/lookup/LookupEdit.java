package org.sqlwidgets.lookup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Reason;

/** A change of a lookup as a whole. */
public sealed interface LookupEdit extends Edit {

  /**
   * Makes a lookup without options.
   *
   * @param state what it is to be
   */
  record Create(LookupState state) implements LookupEdit {
    @Override
    public Plan plan(Optional<LookupState> present) {
      if (present.isPresent()) {
        throw new EditRefusedException(
            Reason.CONFLICT,
            "there is a lookup \"%s\" already; choose another name".formatted(state.name()));
      }
      return new Plan(Optional.of(state), "made the lookup \"%s\"".formatted(state.name()));
    }
  }

  /**
   * Changes what a lookup is besides its options.
   *
   * @param description the new description; "" clears it, none leaves it
   * @param enabled whether it is served; none leaves that
   */
  record Change(Optional<String> description, Optional<Boolean> enabled) implements LookupEdit {
    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      boolean on = enabled.orElse(state.enabled());
      LookupState changed =
          new LookupState(
              state.name(),
              described(state),
              state.query(),
              state.datasource(),
              state.parentParam(),
              on,
              state.options());
      return new Plan(
          Optional.of(changed), "%s the lookup \"%s\"".formatted(word(state, on), state.name()));
    }

    private @Nullable String described(LookupState state) {
      String text = description.orElse(state.description());
      return text == null || text.isEmpty() ? null : text;
    }

    private static String word(LookupState before, boolean on) {
      if (before.enabled() == on) {
        return "described";
      }
      return on ? "switched on" : "switched off";
    }
  }

  /** Deletes a lookup with all its options. */
  record Delete() implements LookupEdit {
    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      return new Plan(
          Optional.empty(),
          "deleted the lookup \"%s\" with %d options"
              .formatted(state.name(), state.options().size()));
    }
  }
}

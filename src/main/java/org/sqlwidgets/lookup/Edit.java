package org.sqlwidgets.lookup;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.lookup.EditRefusedException.Reason;

/** A change of one lookup, told as what it makes of the lookup's state. */
public sealed interface Edit {

  /**
   * What an edit wants.
   *
   * @param state the lookup afterwards; empty when it is to go
   * @param what the change in words, in the past tense
   */
  record Plan(Optional<LookupState> state, String what) {}

  /** The word for it in the record of changes. */
  String kind();

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

  private static Plan to(LookupState state, String what) {
    return new Plan(Optional.of(state), what);
  }

  private static OptionEntry option(LookupState state, long id) {
    return state
        .option(id)
        .orElseThrow(
            () ->
                new EditRefusedException(
                    Reason.MISSING,
                    "lookup \"%s\" has no option %d; it may have been deleted, load the lookup again"
                        .formatted(state.name(), id)));
  }

  /**
   * Adds an option; without a place it comes last.
   *
   * @param fields what is known of it
   */
  record AddOption(Map<OptionField, Optional<Object>> fields) implements Edit {
    /** Copies the map. */
    public AddOption {
      fields = Map.copyOf(fields);
    }

    @Override
    public String kind() {
      return "add";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      OptionEntry given = OptionEntry.of(OptionEntry.NEW, Map.of()).with(fields);
      OptionEntry added = given.position() == null ? given.at(lastPlace(state)) : given;
      List<OptionEntry> options = new ArrayList<>(state.options());
      options.add(added);
      return to(state.with(options), "added the option \"%s\"".formatted(added.value()));
    }

    /** None where an option has none: it would come before that one. */
    private static @Nullable Integer lastPlace(LookupState state) {
      if (state.options().stream().anyMatch(option -> option.position() == null)) {
        return null;
      }
      OptionalInt last =
          state.options().stream()
              .map(OptionEntry::position)
              .filter(Objects::nonNull)
              .mapToInt(Integer::intValue)
              .max();
      return Math.addExact(Math.min(last.orElse(0), Integer.MAX_VALUE - 1), 1);
    }
  }

  /**
   * Changes some fields of an option.
   *
   * @param id its number
   * @param fields the new values; an empty one is cleared
   */
  record ChangeOption(long id, Map<OptionField, Optional<Object>> fields) implements Edit {
    /** Copies the map. */
    public ChangeOption {
      fields = Map.copyOf(fields);
    }

    @Override
    public String kind() {
      return "change";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      OptionEntry before = option(state, id);
      List<OptionEntry> options =
          state.options().stream()
              .map(option -> option.id() == id ? option.with(fields) : option)
              .toList();
      String names = fields.keySet().stream().sorted().map(OptionField::key).collect(joining(", "));
      return to(
          state.with(options), "changed %s of the option \"%s\"".formatted(names, before.value()));
    }
  }

  /**
   * Deletes an option.
   *
   * @param id its number
   */
  record DeleteOption(long id) implements Edit {
    @Override
    public String kind() {
      return "delete";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      OptionEntry gone = option(state, id);
      List<OptionEntry> options =
          state.options().stream().filter(option -> option.id() != id).toList();
      return to(state.with(options), "deleted the option \"%s\"".formatted(gone.value()));
    }
  }

  /**
   * Puts the options into another order.
   *
   * @param ids the numbers of all options, each once
   */
  record OrderOptions(List<Long> ids) implements Edit {
    /** Copies the list. */
    public OrderOptions {
      ids = List.copyOf(ids);
    }

    @Override
    public String kind() {
      return "order";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      Map<Long, OptionEntry> byId = state.byId();
      List<Flaw> flaws = new ArrayList<>();
      HashSet<Long> seen = new HashSet<>();
      for (long id : ids) {
        if (!byId.containsKey(id)) {
          flaws.add(flaw("there is no option %d".formatted(id)));
        } else if (!seen.add(id)) {
          flaws.add(flaw("option %d stands twice".formatted(id)));
        }
      }
      state.options().stream()
          .filter(option -> !seen.contains(option.id()))
          .forEach(
              option ->
                  flaws.add(
                      flaw(
                          "option %d (\"%s\") is missing".formatted(option.id(), option.value()))));
      if (!flaws.isEmpty()) {
        throw new EditRefusedException(flaws);
      }
      List<OptionEntry> options = new ArrayList<>();
      for (long id : ids) {
        options.add(Objects.requireNonNull(byId.get(id)).at(options.size() + 1));
      }
      return to(state.with(options), "changed the order of the options");
    }

    private static Flaw flaw(String message) {
      return Flaw.of("ids", message);
    }
  }

  /**
   * Puts other options in the place of all; one with the same value and parent value stays the same
   * option.
   *
   * @param options the new ones, in their order
   * @param flaws what was wrong already when they were read
   */
  record ReplaceOptions(List<Map<OptionField, Object>> options, List<Flaw> flaws) implements Edit {
    /** Copies the lists. */
    public ReplaceOptions {
      options = List.copyOf(options);
      flaws = List.copyOf(flaws);
    }

    private record Key(String value, @Nullable String parentValue) {
      static Key of(OptionEntry option) {
        return new Key(option.value(), option.parentValue());
      }
    }

    @Override
    public String kind() {
      return "import";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      LookupState state = LookupState.rows(present);
      Map<Key, Long> ids = new HashMap<>();
      state.options().forEach(option -> ids.put(Key.of(option), option.id()));
      List<OptionEntry> wanted = new ArrayList<>();
      for (Map<OptionField, Object> fields : options) {
        OptionEntry option = OptionEntry.of(OptionEntry.NEW, fields);
        Long id = ids.remove(Key.of(option));
        wanted.add(id == null ? option : option.withId(id));
      }
      return to(
          state.with(wanted),
          "imported %d options in place of %d".formatted(wanted.size(), state.options().size()));
    }
  }

  /**
   * Makes a lookup without options.
   *
   * @param state what it is to be
   */
  record CreateLookup(LookupState state) implements Edit {
    @Override
    public String kind() {
      return "create";
    }

    @Override
    public Plan plan(Optional<LookupState> present) {
      if (present.isPresent()) {
        throw new EditRefusedException(
            Reason.CONFLICT,
            "there is a lookup \"%s\" already; choose another name".formatted(state.name()));
      }
      return to(state, "made the lookup \"%s\"".formatted(state.name()));
    }
  }

  /**
   * Changes what a lookup is besides its options.
   *
   * @param description the new description; "" clears it, none leaves it
   * @param enabled whether it is served; none leaves that
   */
  record ChangeLookup(Optional<String> description, Optional<Boolean> enabled) implements Edit {
    @Override
    public String kind() {
      return "settings";
    }

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
      return to(changed, "%s the lookup \"%s\"".formatted(word(state, on), state.name()));
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
  record DeleteLookup() implements Edit {
    @Override
    public String kind() {
      return "remove";
    }

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

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.lookup.EditRefusedException.Reason;

/** A change of the options of a lookup that is there. */
public sealed interface OptionEdit extends Edit {

  /**
   * The options afterwards.
   *
   * @throws EditRefusedException when that cannot be
   */
  List<OptionEntry> options(LookupState before);

  /** The change in words, in the past tense. */
  String what(LookupState before);

  @Override
  default Plan plan(Optional<LookupState> present) {
    LookupState before = LookupState.rows(present);
    return new Plan(Optional.of(before.with(options(before))), what(before));
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
  record Add(Map<OptionField, Optional<Object>> fields) implements OptionEdit {
    /** Copies the map. */
    public Add {
      fields = Map.copyOf(fields);
    }

    @Override
    public List<OptionEntry> options(LookupState before) {
      OptionEntry given = given();
      List<OptionEntry> options = new ArrayList<>(before.options());
      options.add(given.position() == null ? given.at(lastPlace(before)) : given);
      return options;
    }

    @Override
    public String what(LookupState before) {
      return "added the option \"%s\"".formatted(given().value());
    }

    private OptionEntry given() {
      return OptionEntry.of(OptionEntry.NEW, Map.of()).with(fields);
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
  record Change(long id, Map<OptionField, Optional<Object>> fields) implements OptionEdit {
    /** Copies the map. */
    public Change {
      fields = Map.copyOf(fields);
    }

    @Override
    public List<OptionEntry> options(LookupState before) {
      OptionEntry changed = option(before, id).with(fields);
      return before.options().stream().map(option -> option.id() == id ? changed : option).toList();
    }

    @Override
    public String what(LookupState before) {
      String names = fields.keySet().stream().sorted().map(OptionField::key).collect(joining(", "));
      return "changed %s of the option \"%s\"".formatted(names, option(before, id).value());
    }
  }

  /**
   * Deletes an option.
   *
   * @param id its number
   */
  record Delete(long id) implements OptionEdit {
    @Override
    public List<OptionEntry> options(LookupState before) {
      OptionEntry gone = option(before, id);
      return before.options().stream().filter(option -> option.id() != gone.id()).toList();
    }

    @Override
    public String what(LookupState before) {
      return "deleted the option \"%s\"".formatted(option(before, id).value());
    }
  }

  /**
   * Puts the options into another order.
   *
   * @param ids the numbers of all options, each once
   */
  record Order(List<Long> ids) implements OptionEdit {
    /** Copies the list. */
    public Order {
      ids = List.copyOf(ids);
    }

    @Override
    public List<OptionEntry> options(LookupState before) {
      Map<Long, OptionEntry> byId = before.byId();
      refuseFlaws(before, byId.keySet());
      List<OptionEntry> options = new ArrayList<>();
      for (long id : ids) {
        options.add(Objects.requireNonNull(byId.get(id)).at(options.size() + 1));
      }
      return options;
    }

    private void refuseFlaws(LookupState before, Set<Long> known) {
      List<Flaw> flaws = new ArrayList<>();
      Set<Long> seen = new HashSet<>();
      for (long id : ids) {
        if (!known.contains(id)) {
          flaws.add(flaw("there is no option %d".formatted(id)));
        } else if (!seen.add(id)) {
          flaws.add(flaw("option %d stands twice".formatted(id)));
        }
      }
      before.options().stream()
          .filter(option -> !seen.contains(option.id()))
          .map(option -> "option %d (\"%s\") is missing".formatted(option.id(), option.value()))
          .forEach(message -> flaws.add(flaw(message)));
      if (!flaws.isEmpty()) {
        throw new EditRefusedException(flaws);
      }
    }

    private static Flaw flaw(String message) {
      return Flaw.of("ids", message);
    }

    @Override
    public String what(LookupState before) {
      return "changed the order of the options";
    }
  }

  /**
   * Puts other options in the place of all; one with the same value and parent value stays the same
   * option.
   *
   * @param wanted the new ones, in their order
   * @param flaws what was wrong already when they were read
   */
  record Replace(List<Map<OptionField, Object>> wanted, List<Flaw> flaws) implements OptionEdit {
    /** Copies the lists. */
    public Replace {
      wanted = List.copyOf(wanted);
      flaws = List.copyOf(flaws);
    }

    private record Key(String value, @Nullable String parentValue) {
      static Key of(OptionEntry option) {
        return new Key(option.value(), option.parentValue());
      }
    }

    @Override
    public List<OptionEntry> options(LookupState before) {
      Map<Key, Long> ids = new HashMap<>();
      before.options().forEach(option -> ids.put(Key.of(option), option.id()));
      List<OptionEntry> options = new ArrayList<>();
      for (Map<OptionField, Object> fields : wanted) {
        OptionEntry option = OptionEntry.of(OptionEntry.NEW, fields);
        Long id = ids.remove(Key.of(option));
        options.add(id == null ? option : option.withId(id));
      }
      return options;
    }

    @Override
    public String what(LookupState before) {
      return "imported %d options in place of %d".formatted(wanted.size(), before.options().size());
    }
  }
}

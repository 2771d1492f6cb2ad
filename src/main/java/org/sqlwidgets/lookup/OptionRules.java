package org.sqlwidgets.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.widget.Lookup;

/** Finds what is wrong with the options that an edit brings in, all at once. */
final class OptionRules {
  private final LookupState wanted;
  private final boolean multiSelect;
  private final Set<OptionEntry> untouched;
  private final List<Flaw> flaws = new ArrayList<>();

  private OptionRules(LookupState present, LookupState wanted, boolean multiSelect) {
    this.wanted = wanted;
    this.multiSelect = multiSelect;
    this.untouched = new HashSet<>(present.options());
  }

  /**
   * The flaws of the options that are new or changed; those that were there before are let be.
   *
   * @param multiSelect whether a param that takes several values feeds on the lookup
   */
  static List<Flaw> flaws(LookupState present, LookupState wanted, boolean multiSelect) {
    OptionRules rules = new OptionRules(present, wanted, multiSelect);
    rules.touched(rules::fields);
    rules.unique();
    rules.oneDefault();
    rules.count();
    return List.copyOf(rules.flaws);
  }

  private void touched(BiConsumer<Integer, OptionEntry> check) {
    for (int row = 0; row < wanted.options().size(); row++) {
      OptionEntry option = wanted.options().get(row);
      if (!untouched.contains(option)) {
        check.accept(row, option);
      }
    }
  }

  private void add(int row, OptionField field, String message) {
    flaws.add(Flaw.of(row, field.key(), message));
  }

  private void fields(int row, OptionEntry option) {
    if (option.value().isBlank()) {
      add(row, OptionField.VALUE, "the value is empty; give what the param is to become");
    }
    if (multiSelect && option.value().indexOf(',') >= 0) {
      add(
          row,
          OptionField.VALUE,
          "the value \"%s\" holds a comma, and a widget lets people choose several options of this lookup: values travel comma-joined; choose another value, the label may hold commas"
              .formatted(Texts.shown(option.value())));
    }
    option
        .fields()
        .forEach(
            (field, value) -> {
              if (value instanceof String text) {
                Texts.flaw(text, field.longest()).ifPresent(flaw -> add(row, field, flaw));
              }
            });
  }

  private record Place(String value, @Nullable String parentValue) {}

  private void unique() {
    Map<Place, Integer> first = new HashMap<>();
    for (int row = 0; row < wanted.options().size(); row++) {
      OptionEntry option = wanted.options().get(row);
      Integer other = first.putIfAbsent(new Place(option.value(), option.parentValue()), row);
      if (other != null && !option.value().isBlank()) {
        // The later row is named, unless only the earlier one is new.
        add(
            untouched.contains(option) ? other : row,
            OptionField.VALUE,
            "there is an option \"%s\"%s already; values are unique"
                .formatted(Texts.shown(option.value()), under(option.parentValue())));
      }
    }
  }

  private static String under(@Nullable String parentValue) {
    return parentValue == null ? "" : " under \"" + Texts.shown(parentValue) + "\"";
  }

  private void oneDefault() {
    touched(
        (row, option) -> {
          if (option.isDefault()) {
            wanted.options().stream()
                .filter(other -> other.isDefault() && !other.equals(option) && meet(option, other))
                .findFirst()
                .ifPresent(
                    other ->
                        add(
                            row,
                            OptionField.IS_DEFAULT,
                            "\"%s\" is the default%s already, and there is one at most; take it from there first"
                                .formatted(
                                    Texts.shown(other.value()), under(other.parentValue()))));
          }
        });
  }

  /** Whether a dropdown may show both. */
  private static boolean meet(OptionEntry one, OptionEntry other) {
    return one.parentValue() == null
        || other.parentValue() == null
        || Objects.equals(one.parentValue(), other.parentValue());
  }

  private void count() {
    if (wanted.options().size() > Lookup.MOST_OPTIONS) {
      flaws.add(
          Flaw.of(
              "options",
              "a lookup has at most %d options; use a query".formatted(Lookup.MOST_OPTIONS)));
    }
  }
}

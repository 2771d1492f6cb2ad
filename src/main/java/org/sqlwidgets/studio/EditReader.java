package org.sqlwidgets.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.lookup.LookupEdit;
import org.sqlwidgets.lookup.LookupState;
import org.sqlwidgets.lookup.OptionEdit;
import org.sqlwidgets.lookup.OptionField;
import org.sqlwidgets.lookup.Texts;
import org.sqlwidgets.problem.NearMiss;

/** Reads what is to be changed from a JSON object, with all its flaws at once. */
final class EditReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final Pattern PARAM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 2000;

  private final Map<String, @Nullable Object> body;
  private final List<Flaw> flaws = new ArrayList<>();

  private EditReader(Map<String, @Nullable Object> body) {
    this.body = body;
  }

  /** An option to add. */
  static OptionEdit.Add added(Map<String, @Nullable Object> body) {
    EditReader reader = new EditReader(body);
    Map<OptionField, Optional<Object>> fields = reader.fields();
    if (!body.containsKey(OptionField.VALUE.key())) {
      reader.flaw(
          OptionField.VALUE.key(), "the value is missing; give what the param is to become");
    }
    return reader.checked(new OptionEdit.Add(fields));
  }

  /** Changes of an option. */
  static OptionEdit.Change changed(long id, Map<String, @Nullable Object> body) {
    EditReader reader = new EditReader(body);
    OptionEdit.Change edit = new OptionEdit.Change(id, reader.fields());
    if (body.isEmpty()) {
      reader.flaw("", "there is no field to change; give one of " + keys());
    }
    return reader.checked(edit);
  }

  /** A new order. */
  static OptionEdit.Order order(Map<String, @Nullable Object> body) {
    EditReader reader = new EditReader(body);
    reader.refuseOthers(List.of("ids"));
    List<Long> ids = new ArrayList<>();
    if (body.get("ids") instanceof List<?> list) {
      for (Object item : list) {
        PlainJson.whole(item, 1, Long.MAX_VALUE)
            .ifPresentOrElse(
                ids::add, () -> reader.flaw("ids", "expected the numbers (id) of all options"));
      }
    } else {
      reader.flaw("ids", "expected a list with the numbers (id) of all options");
    }
    return reader.checked(new OptionEdit.Order(ids));
  }

  /** A lookup to make. */
  static LookupEdit.Create created(Map<String, @Nullable Object> body) {
    EditReader reader = new EditReader(body);
    reader.refuseOthers(List.of("name", "description", "parentParam"));
    String name = reader.text("name", LONGEST_NAME).orElse("");
    if (!NAME.matcher(name).matches()) {
      reader.flaw(
          "name",
          "a name may hold only A-Z, a-z, 0-9, \"_\" and \"-\", and begins with a letter or digit");
    }
    Optional<String> parent = reader.text("parentParam", LONGEST_NAME).filter(s -> !s.isEmpty());
    if (parent.isPresent() && !PARAM.matcher(parent.get()).matches()) {
      reader.flaw(
          "parentParam",
          "\"%s\" is no name of a param: letters, digits and \"_\", not a digit first"
              .formatted(parent.get()));
    }
    String description =
        reader.text("description", LONGEST_DESCRIPTION).filter(s -> !s.isEmpty()).orElse(null);
    return reader.checked(
        new LookupEdit.Create(
            new LookupState(name, description, null, null, parent.orElse(null), true, List.of())));
  }

  /** Changes of a lookup. */
  static LookupEdit.Change lookup(Map<String, @Nullable Object> body) {
    EditReader reader = new EditReader(body);
    reader.refuseOthers(List.of("description", "enabled"));
    Optional<String> description =
        body.containsKey("description")
            ? Optional.of(reader.text("description", LONGEST_DESCRIPTION).orElse(""))
            : Optional.empty();
    Object enabled = body.get("enabled");
    if (body.containsKey("enabled") && !(enabled instanceof Boolean)) {
      reader.flaw("enabled", "expected true or false");
    }
    if (body.isEmpty()) {
      reader.flaw("", "there is no field to change; give description or enabled");
    }
    return reader.checked(
        new LookupEdit.Change(
            description, enabled instanceof Boolean on ? Optional.of(on) : Optional.empty()));
  }

  private void flaw(String field, String message) {
    flaws.add(Flaw.of(field, message));
  }

  private <T> T checked(T edit) {
    if (!flaws.isEmpty()) {
      throw new EditRefusedException(flaws);
    }
    return edit;
  }

  private static String keys() {
    return String.join(", ", Arrays.stream(OptionField.values()).map(OptionField::key).toList());
  }

  private void refuseOthers(List<String> known) {
    for (String key : body.keySet()) {
      if (!known.contains(key)) {
        String near = NearMiss.hint(key, Set.copyOf(known));
        flaw(
            key,
            "there is no such field"
                + (near.isEmpty() ? "; there are " + String.join(", ", known) : near));
      }
    }
  }

  private Optional<String> text(String key, int longest) {
    Object value = body.get(key);
    if (value != null && !(value instanceof String)) {
      flaw(key, "expected a text");
      return Optional.empty();
    }
    Optional<String> text = Optional.ofNullable((String) value);
    text.flatMap(given -> Texts.flaw(given, longest)).ifPresent(flaw -> flaw(key, flaw));
    return text;
  }

  private Map<OptionField, Optional<Object>> fields() {
    refuseOthers(Arrays.stream(OptionField.values()).map(OptionField::key).toList());
    Map<OptionField, Optional<Object>> fields = new EnumMap<>(OptionField.class);
    body.forEach(
        (key, value) ->
            OptionField.ofKey(key)
                .ifPresent(field -> read(field, value).ifPresent(read -> fields.put(field, read))));
    return fields;
  }

  /** The value of a field; an empty one is to be cleared, none at all is wrong. */
  private Optional<Optional<Object>> read(OptionField field, @Nullable Object value) {
    return switch (field.kind()) {
      case TEXT -> readText(field, value);
      case NUMBER -> readNumber(field, value);
      case FLAG -> {
        if (value instanceof Boolean) {
          yield Optional.of(Optional.of(value));
        }
        flaw(field.key(), "expected true or false");
        yield Optional.empty();
      }
    };
  }

  private Optional<Optional<Object>> readText(OptionField field, @Nullable Object value) {
    boolean isValue = field == OptionField.VALUE;
    if (value instanceof String text) {
      return Optional.of(text.isEmpty() && !isValue ? Optional.empty() : Optional.of(text));
    }
    if (value == null && !isValue) {
      return Optional.of(Optional.empty());
    }
    flaw(field.key(), isValue ? "expected a text" : "expected a text, or null for none");
    return Optional.empty();
  }

  private Optional<Optional<Object>> readNumber(OptionField field, @Nullable Object value) {
    if (value == null) {
      return Optional.of(Optional.empty());
    }
    Optional<Long> number = PlainJson.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (number.isEmpty()) {
      flaw(field.key(), "expected a whole number of at most ten digits, or null for none");
      return Optional.empty();
    }
    return Optional.of(Optional.of(number.get().intValue()));
  }
}

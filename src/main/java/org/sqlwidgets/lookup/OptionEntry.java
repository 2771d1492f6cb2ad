package org.sqlwidgets.lookup;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One option as it is edited: what the row holds, whether it is offered or not.
 *
 * @param id the number that the database gave; {@link #NEW} before it did
 * @param value what the param becomes when the option is chosen
 * @param label null is the value
 * @param parentValue the value of the parent param for which the option shows; null is every value
 * @param position the place in the dropdown; null comes last
 */
public record OptionEntry(
    long id,
    String value,
    @Nullable String label,
    @Nullable String description,
    @Nullable String rightOfDescription,
    @Nullable String parentValue,
    @Nullable Integer position,
    boolean isDefault,
    boolean enabled) {

  /** The number of an option that is no row yet. */
  public static final long NEW = 0;

  /** An option of these fields; those that are absent are empty, and an option is enabled. */
  public static OptionEntry of(long id, Map<OptionField, Object> fields) {
    String value = text(fields, OptionField.VALUE);
    return new OptionEntry(
        id,
        value == null ? "" : value,
        text(fields, OptionField.LABEL),
        text(fields, OptionField.DESCRIPTION),
        text(fields, OptionField.RIGHT_OF_DESCRIPTION),
        text(fields, OptionField.PARENT_VALUE),
        (Integer) fields.get(OptionField.POSITION),
        Boolean.TRUE.equals(fields.get(OptionField.IS_DEFAULT)),
        !Boolean.FALSE.equals(fields.get(OptionField.ENABLED)));
  }

  private static @Nullable String text(Map<OptionField, Object> fields, OptionField field) {
    return (String) fields.get(field);
  }

  /** All fields that are not null. */
  public Map<OptionField, Object> fields() {
    Map<OptionField, Object> fields = new EnumMap<>(OptionField.class);
    fields.put(OptionField.VALUE, value);
    put(fields, OptionField.LABEL, label);
    put(fields, OptionField.DESCRIPTION, description);
    put(fields, OptionField.RIGHT_OF_DESCRIPTION, rightOfDescription);
    put(fields, OptionField.PARENT_VALUE, parentValue);
    put(fields, OptionField.POSITION, position);
    fields.put(OptionField.IS_DEFAULT, isDefault);
    fields.put(OptionField.ENABLED, enabled);
    return fields;
  }

  /** Hands out number and fields one by one, those that are null too. */
  void digest(Consumer<@Nullable Object> parts) {
    parts.accept(id);
    Map<OptionField, Object> fields = fields();
    for (OptionField field : OptionField.values()) {
      parts.accept(fields.get(field));
    }
  }

  private static void put(
      Map<OptionField, Object> fields, OptionField field, @Nullable Object value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  /** The same option with some fields changed; an empty one is cleared. */
  OptionEntry with(Map<OptionField, Optional<Object>> changes) {
    Map<OptionField, Object> fields = fields();
    changes.forEach(
        (field, value) ->
            value.ifPresentOrElse(to -> fields.put(field, to), () -> fields.remove(field)));
    return of(id, fields);
  }

  /** The same option as a row of another number. */
  OptionEntry withId(long number) {
    return of(number, fields());
  }

  /** The same option at another place. */
  OptionEntry at(@Nullable Integer place) {
    return with(Map.of(OptionField.POSITION, Optional.ofNullable(place)));
  }
}

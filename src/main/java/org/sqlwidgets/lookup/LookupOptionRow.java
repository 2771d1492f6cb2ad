package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code sql_widgets.lookup_option} (widget-file §5).
 *
 * @param id the number that the database gives
 * @param lookup the name of the lookup to which the option belongs
 * @param label null is the value
 * @param parentValue the value of the parent param for which the option shows; null is every value
 * @param enabled null is true
 */
@MappedEntity(value = "lookup_option", schema = "sql_widgets")
record LookupOptionRow(
    @Id Long id,
    String lookup,
    String value,
    @Nullable String label,
    @Nullable String description,
    @Nullable String rightOfDescription,
    @Nullable String parentValue,
    @Nullable Integer position,
    @Nullable Boolean isDefault,
    @Nullable Boolean enabled) {

  boolean isEnabled() {
    return enabled == null || enabled;
  }

  StoredOption stored() {
    return new StoredOption(
        value,
        label == null ? value : label,
        description,
        rightOfDescription,
        parentValue,
        isDefault != null && isDefault);
  }

  OptionEntry entry() {
    return new OptionEntry(
        id,
        value,
        label,
        description,
        rightOfDescription,
        parentValue,
        position,
        isDefault != null && isDefault,
        isEnabled());
  }

  static LookupOptionRow of(String lookup, OptionEntry option) {
    return new LookupOptionRow(
        option.id(),
        lookup,
        option.value(),
        option.label(),
        option.description(),
        option.rightOfDescription(),
        option.parentValue(),
        option.position(),
        option.isDefault(),
        option.enabled());
  }
}

package org.sqlwidgets.studio;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.LookupState;
import org.sqlwidgets.lookup.OptionEntry;
import org.sqlwidgets.lookup.OptionField;
import org.sqlwidgets.lookup.StateText;
import org.sqlwidgets.openbb.JsonTree;

/** Writes lookups and options as JSON, for people and for the record of changes. */
@Singleton
final class StateJson implements StateText {

  /** An option with its number and all its fields. */
  static Map<String, @Nullable Object> option(OptionEntry option) {
    Map<OptionField, Object> fields = option.fields();
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("id", option.id());
    for (OptionField field : OptionField.values()) {
      keys.put(field.key(), fields.get(field));
    }
    return keys;
  }

  @Override
  public String write(Optional<LookupState> state) {
    return new String(
        JsonTree.write(state.map(StateJson::keys).orElse(null)), StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> keys(LookupState state) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("name", state.name());
    keys.put("description", state.description());
    keys.put("datasource", state.datasource());
    keys.put("parentParam", state.parentParam());
    keys.put("enabled", state.enabled());
    keys.put("options", state.options().stream().map(StateJson::option).toList());
    return keys;
  }

  @Override
  public Optional<LookupState> read(String text) {
    Map<String, @Nullable Object> keys = PlainJson.written(text);
    return keys == null ? Optional.empty() : Optional.of(state(keys));
  }

  private static LookupState state(Map<String, @Nullable Object> keys) {
    return new LookupState(
        String.valueOf(keys.get("name")),
        (String) keys.get("description"),
        null,
        (String) keys.get("datasource"),
        (String) keys.get("parentParam"),
        Boolean.TRUE.equals(keys.get("enabled")),
        keys.get("options") instanceof List<?> list
            ? list.stream().map(StateJson::entry).toList()
            : List.of());
  }

  private static OptionEntry entry(@Nullable Object written) {
    Map<?, ?> keys = written instanceof Map<?, ?> map ? map : Map.of();
    Map<OptionField, Object> fields = new EnumMap<>(OptionField.class);
    for (OptionField field : OptionField.values()) {
      Object value = keys.get(field.key());
      if (value != null) {
        fields.put(field, field == OptionField.POSITION ? number(value) : value);
      }
    }
    return OptionEntry.of(
        PlainJson.whole(keys.get("id"), 0, Long.MAX_VALUE).orElse(OptionEntry.NEW), fields);
  }

  private static Object number(Object value) {
    return PlainJson.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(0L).intValue();
  }
}

package org.sqlwidgets.ssrm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.ColumnDef;

/** Reads the filters of a request: one for each column, combined ones part by part. */
final class FilterReader {
  private static final int MOST_CONDITIONS = 200;
  private static final int DEEPEST = 5;

  private final Columns columns;
  private final ValueTyper typer;
  private int conditions;

  FilterReader(Columns columns, ValueTyper typer) {
    this.columns = columns;
    this.typer = typer;
  }

  /** All filters of a {@code filterModel}, in the order of their columns' names; null is none. */
  Filter read(String path, @Nullable Object model) {
    if (model == null) {
      return Filter.NONE;
    }
    Fields fields = Fields.of(path, model);
    Map<String, Filter> filters = new TreeMap<>();
    for (Map.Entry<?, ?> entry : fields.keys().entrySet()) {
      String field = String.valueOf(entry.getKey());
      if (entry.getValue() != null) {
        ColumnDef column = columns.get(path, field);
        filters.put(field, filter(column, Fields.of(fields.path(field), entry.getValue()), 0));
      }
    }
    return new Filter.All(List.copyOf(filters.values()));
  }

  private Filter filter(ColumnDef column, Fields fields, int depth) {
    if (depth > DEEPEST) {
      throw Refusal.of(fields.path(), "is nested more than %d deep".formatted(DEEPEST));
    }
    if (fields.get("operator").isPresent()) {
      return joined(column, fields, depth);
    }
    if (fields.get("filterModels").isPresent()) {
      return new Filter.All(parts(column, fields, "filterModels", depth));
    }
    if (++conditions > MOST_CONDITIONS) {
      throw Refusal.of(
          fields.path(),
          "is one condition too many; at most %d are accepted".formatted(MOST_CONDITIONS));
    }
    return new ConditionReader(column, fields, typer).read();
  }

  /** The list form and the older one with {@code condition1} and {@code condition2}. */
  private Filter joined(ColumnDef column, Fields fields, int depth) {
    List<Filter> parts =
        fields.get("conditions").isPresent()
            ? parts(column, fields, "conditions", depth)
            : List.of(
                part(column, fields, "condition1", depth),
                part(column, fields, "condition2", depth));
    if (parts.isEmpty()) {
      throw Refusal.of(fields.path("conditions"), "is empty");
    }
    String operator = fields.text("operator").orElseThrow();
    return switch (operator) {
      case "AND" -> new Filter.All(parts);
      case "OR" -> new Filter.Any(parts);
      default ->
          throw Refusal.unknown(
              fields.path("operator"), operator, "operator", List.of("AND", "OR"));
    };
  }

  private List<Filter> parts(ColumnDef column, Fields fields, String key, int depth) {
    List<?> items = fields.list(key);
    List<Filter> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      if (item != null) {
        String path = fields.path(key) + "[" + i + "]";
        parts.add(filter(column, Fields.of(path, Objects.requireNonNull(item)), depth + 1));
      }
    }
    return parts;
  }

  private Filter part(ColumnDef column, Fields fields, String key, int depth) {
    return filter(column, Fields.of(fields.path(key), fields.required(key)), depth + 1);
  }
}

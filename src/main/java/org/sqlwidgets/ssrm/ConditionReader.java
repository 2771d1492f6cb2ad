package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.RefusedText;
import org.sqlwidgets.query.ValueReader;
import org.sqlwidgets.ssrm.Filter.BlankFilter;
import org.sqlwidgets.ssrm.Filter.BooleanFilter;
import org.sqlwidgets.ssrm.Filter.DateFilter;
import org.sqlwidgets.ssrm.Filter.Moment;
import org.sqlwidgets.ssrm.Filter.NumberFilter;
import org.sqlwidgets.ssrm.Filter.SetFilter;
import org.sqlwidgets.ssrm.Filter.TextFilter;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.SqlType;

/** Reads one condition on one column in the grid's grammar (contract §4.9). */
final class ConditionReader {
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_VALUES = 10_000;
  private static final List<String> KINDS = List.of("text", "number", "date", "set", "boolean");

  private final ColumnDef column;
  private final Fields fields;
  private final ValueTyper typer;

  ConditionReader(ColumnDef column, Fields fields, ValueTyper typer) {
    this.column = column;
    this.fields = fields;
    this.typer = typer;
  }

  Filter read() {
    String kind = fields.text("filterType").orElseGet(this::kindOfColumn);
    return switch (kind) {
      case "set" -> set();
      case "text", "number", "date", "boolean" -> byType(kind);
      default -> throw Refusal.unknown(fields.path("filterType"), kind, "kind of filter", KINDS);
    };
  }

  /** Old requests leave the kind out. */
  private String kindOfColumn() {
    SqlType type = column.sqlType();
    if (fields.get("values").isPresent()) {
      return "set";
    }
    if (type == SqlType.BOOLEAN) {
      return "boolean";
    }
    return type.isNumber() ? "number" : ColumnTypes.isDate(type) ? "date" : "text";
  }

  private Filter byType(String kind) {
    String type = scalar("type");
    if (type.equals("blank") || type.equals("notBlank")) {
      return new BlankFilter(column, type.equals("blank"));
    }
    return switch (kind) {
      case "number" -> number(type);
      case "date" -> date(type);
      case "boolean" -> bool(type);
      default -> column.sqlType() == SqlType.BOOLEAN ? bool(type) : text(type);
    };
  }

  private Filter text(String type) {
    refuse(column.sqlType() == SqlType.BINARY, "cannot be filtered by text");
    TextOperator operator = known(type, TextOperator.byWord());
    String value = scalar("filter");
    if (value.length() > LONGEST_TEXT) {
      throw Refusal.of(
          fields.path("filter"),
          "has %d characters; at most %d are accepted".formatted(value.length(), LONGEST_TEXT));
    }
    ValueReader.flaw(value)
        .ifPresent(
            flaw -> {
              throw Refusal.of(fields.path("filter"), flaw);
            });
    return new TextFilter(column, operator, value);
  }

  private Filter number(String type) {
    refuse(!column.sqlType().isNumber(), "holds no numbers; filter it as text or as a date");
    Comparison comparison = known(type, Comparison.byWord());
    return new NumberFilter(
        column,
        comparison,
        value("filter"),
        comparison == Comparison.IN_RANGE ? Optional.of(value("filterTo")) : Optional.empty());
  }

  private BoundValue value(String key) {
    return typer.value(fields.path(key), column, scalar(key));
  }

  private Filter date(String type) {
    refuse(
        !ColumnTypes.isDate(column.sqlType()),
        "holds no dates; filter it as text, or ask its author to cast it to a date");
    Comparison comparison = known(type, Comparison.byWord());
    return new DateFilter(
        column,
        comparison,
        moment("dateFrom"),
        comparison == Comparison.IN_RANGE ? Optional.of(moment("dateTo")) : Optional.empty());
  }

  private Moment moment(String key) {
    return typer.moment(fields.path(key), column, scalar(key));
  }

  /** The grid says {@code type: true}; others say {@code type: equals, filter: true}. */
  private Filter bool(String type) {
    refuse(column.sqlType() != SqlType.BOOLEAN, "holds no booleans; filter it as text");
    return switch (type) {
      case "true" -> new BooleanFilter(column, true);
      case "false" -> new BooleanFilter(column, false);
      case "equals" -> new BooleanFilter(column, bool());
      case "notEqual" -> new BooleanFilter(column, !bool());
      default ->
          throw unknown(type, List.of("true", "false", "equals", "notEqual", "blank", "notBlank"));
    };
  }

  private boolean bool() {
    return Boolean.TRUE.equals(value("filter").value());
  }

  private Filter set() {
    refuse(column.sqlType() == SqlType.BINARY, "cannot be filtered by values");
    List<?> values = fields.list("values");
    if (fields.get("values").isEmpty()) {
      throw Refusal.of(fields.path("values"), "is missing");
    }
    if (values.size() > MOST_VALUES) {
      throw Refusal.of(
          fields.path("values"),
          "has %d values; at most %d are accepted".formatted(values.size(), MOST_VALUES));
    }
    List<String> texts = values.stream().filter(value -> value != null).map(this::item).toList();
    return new SetFilter(
        column,
        texts.isEmpty()
            ? Optional.empty()
            : Optional.of(typer.array(fields.path("values"), column, texts)),
        texts.size() < values.size());
  }

  private String item(@Nullable Object value) {
    return Fields.scalar(fields.path("values"), value);
  }

  private String scalar(String key) {
    return Fields.scalar(fields.path(key), fields.required(key));
  }

  private <T> T known(String type, Map<String, T> words) {
    T found = words.get(type);
    if (found == null) {
      TreeSet<String> expected = new TreeSet<>(words.keySet());
      expected.addAll(List.of("blank", "notBlank"));
      throw unknown(type, List.copyOf(expected));
    }
    return found;
  }

  private RuntimeException unknown(String type, List<String> expected) {
    return Refusal.unknown(fields.path("type"), type, "filter for this column", expected);
  }

  private void refuse(boolean wrong, String text) {
    if (wrong) {
      throw Refusal.of(fields.path(), "column " + RefusedText.quoted(column.field()) + " " + text);
    }
  }
}

package org.sqlwidgets.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.ExpectationDefinition.GivenParam;
import org.sqlwidgets.definition.ExpectationDefinition.Names;
import org.sqlwidgets.definition.ExpectationDefinition.ValueDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Expectation.Check;
import org.sqlwidgets.widget.Expectation.Expected;
import org.sqlwidgets.widget.Expectation.RowCount;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.yaml.YamlScalar;
import org.sqlwidgets.yaml.YamlScalar.Kind;

/** Holds expectations against the columns and params of their widget. */
final class ExpectationCompiler {
  private final Problems problems;
  private final ColumnReferences references;
  private final ParamBinder binder;
  private final List<ColumnDef> columns;
  private final List<String> labels;
  private final List<Param> params;

  ExpectationCompiler(
      Problems problems, ParamBinder binder, List<ColumnDef> columns, List<Param> params) {
    this.problems = problems;
    this.references = new ColumnReferences(problems);
    this.binder = binder;
    this.columns = columns;
    this.labels = columns.stream().map(ColumnDef::field).toList();
    this.params = params;
  }

  /** The expectations of a widget whose query is cancelled after a time. */
  List<Expectation> compile(List<ExpectationDefinition> definitions, Duration timeout) {
    return definitions.stream().map(definition -> compile(definition, timeout)).toList();
  }

  private Expectation compile(ExpectationDefinition definition, Duration timeout) {
    definition.params().forEach(this::checkParam);
    refuseMissing(definition);
    List<Check> checks = new ArrayList<>();
    definition.rows().ifPresent(checks::add);
    definition.columns().ifPresent(checks::add);
    definition
        .unique()
        .ifPresent(names -> checks.add(new Expectation.Unique(names.at(), known("unique", names))));
    definition
        .notNull()
        .ifPresent(
            names -> checks.add(new Expectation.NotNull(names.at(), known("notNull", names))));
    definition.values().forEach(value -> value(value, definition.rows()).ifPresent(checks::add));
    definition.within().ifPresent(checks::add);
    definition
        .within()
        .filter(within -> within.limit().compareTo(timeout) > 0)
        .ifPresent(
            within ->
                problems.warning(
                    within.at(),
                    "the query is cancelled after %d ms, so \"within\" is always kept; write less"
                        .formatted(timeout.toMillis())));
    return new Expectation(name(definition), definition.at(), definition.texts(), checks);
  }

  private static String name(ExpectationDefinition definition) {
    String params =
        definition.texts().entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(", "));
    return definition
        .name()
        .map(Located::value)
        .orElse(params.isEmpty() ? "with the defaults" : params);
  }

  private void checkParam(String name, GivenParam given) {
    Optional<Param> param =
        params.stream().filter(known -> known.paramName().equals(name)).findFirst();
    if (param.isEmpty()) {
      List<String> names = params.stream().map(Param::paramName).toList();
      references.known("params", "param", name, names, given.nameAt());
      return;
    }
    binder
        .refusal(param.get(), ParamValues.of(Map.of(name, given.text().value())))
        .ifPresent(
            refusal ->
                problems.error(
                    given.text().at(),
                    "the value of \"%s\" cannot be used: %s"
                        .formatted(name, DefaultValue.inDoubleQuotes(refusal))));
  }

  private void refuseMissing(ExpectationDefinition definition) {
    params.stream()
        .filter(param -> param.whenAbsent() == WhenAbsent.REFUSE)
        .filter(param -> !definition.params().containsKey(param.paramName()))
        .forEach(
            param ->
                problems.error(
                    definition.at(),
                    "param \"%s\" is required; give it a value in \"params\" of this expectation"
                        .formatted(param.paramName())));
  }

  private List<String> known(String key, Names names) {
    names.names().forEach(name -> references.known(key, "column", name.value(), labels, name.at()));
    return names.texts();
  }

  private Optional<Check> value(ValueDefinition value, Optional<RowCount> rows) {
    if (rows.filter(count -> count.most() < value.row()).isPresent()) {
      problems.error(
          value.at(),
          "row %d is never there: \"rows\" expects at most %d; change one of them"
              .formatted(value.row(), rows.get().most()));
    }
    int position = labels.indexOf(value.column().value());
    if (position < 0) {
      references.known("column", "column", value.column().value(), labels, value.column().at());
      return Optional.empty();
    }
    return expected(value, columns.get(position))
        .map(
            expected ->
                new Expectation.ValueAt(value.at(), value.row(), value.column().value(), expected));
  }

  private Optional<Expected> expected(ValueDefinition value, ColumnDef column) {
    boolean number = isSentAs(column, column.sqlType().isNumber());
    if (value.is().isEmpty()) {
      SourceLocation at = value.column().at();
      return number
          ? Optional.of(new Expectation.Between(value.least(), value.most()))
          : refuse(
              at,
              "\"min\" and \"max\" are for numbers, and column \"%s\" has none; write \"is\"",
              column);
    }
    YamlScalar is = value.is().get();
    if (is.isNull()) {
      return Optional.of(new Expectation.Null());
    }
    if (number) {
      return is.kind() == Kind.NUMBER
          ? Optional.of(new Expectation.Between(Optional.of(is.number()), Optional.of(is.number())))
          : refuse(
              is.location(), "\"is\" must be a number, like the values of column \"%s\"", column);
    }
    if (isSentAs(column, column.sqlType() == SqlType.BOOLEAN)) {
      return is.kind() == Kind.BOOLEAN
          ? Optional.of(new Expectation.Bool(is.bool()))
          : refuse(
              is.location(),
              "\"is\" must be true or false, like the values of column \"%s\"",
              column);
    }
    if (isSentAs(column, column.sqlType() == SqlType.DATE) && !isDate(is.text())) {
      return refuse(
          is.location(),
          "\"is\" must be a date such as 2024-01-31, like the values of column \"%s\"",
          column);
    }
    return Optional.of(new Expectation.Text(is.text()));
  }

  private Optional<Expected> refuse(SourceLocation at, String message, ColumnDef column) {
    problems.error(at, message.formatted(column.field()));
    return Optional.empty();
  }

  /** Columns that are sent as texts hold texts, whatever their type. */
  private static boolean isSentAs(ColumnDef column, boolean type) {
    return type && column.wireForm() == ColumnDef.WireForm.BY_TYPE;
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }
}

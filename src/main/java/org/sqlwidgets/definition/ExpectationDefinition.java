package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Expectation.Columns;
import org.sqlwidgets.widget.Expectation.RowCount;
import org.sqlwidgets.widget.Expectation.Within;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * One entry of {@code expect} as the author wrote it; not yet held against columns and params.
 *
 * @param name what people call it; empty = made of the params
 * @param at the place of the entry
 * @param params the values to run with
 * @param rows the number of rows
 * @param columns the columns in their order
 * @param unique columns without repetition
 * @param notNull columns without NULL
 * @param values values at their places
 * @param within the time budget
 */
record ExpectationDefinition(
    Optional<Located<String>> name,
    SourceLocation at,
    Map<String, GivenParam> params,
    Optional<RowCount> rows,
    Optional<Columns> columns,
    Optional<Names> unique,
    Optional<Names> notNull,
    List<ValueDefinition> values,
    Optional<Within> within) {

  /**
   * The value of a param.
   *
   * @param nameAt the place of the name
   * @param text as it would arrive in a request
   */
  record GivenParam(SourceLocation nameAt, Located<String> text) {}

  /**
   * Names of columns.
   *
   * @param at the place of all
   * @param names each with its place
   */
  record Names(SourceLocation at, List<Located<String>> names) {
    List<String> texts() {
      return names.stream().map(Located::value).toList();
    }
  }

  /**
   * A value at its place.
   *
   * @param at the place of the entry
   * @param row the row, from 1
   * @param column the label
   * @param is the value; empty = bounds are given
   * @param least the smallest number
   * @param most the largest number
   */
  record ValueDefinition(
      SourceLocation at,
      int row,
      Located<String> column,
      Optional<YamlScalar> is,
      Optional<BigDecimal> least,
      Optional<BigDecimal> most) {}

  /** The values to run with, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    params.forEach((param, given) -> texts.put(param, given.text().value()));
    return texts;
  }
}

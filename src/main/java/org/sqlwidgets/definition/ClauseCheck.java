package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.QueryCompiler.DatabaseUnavailableException;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.query.Description;
import org.sqlwidgets.query.Description.Column;
import org.sqlwidgets.query.Description.Described;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.JdbcSql;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements;
import org.sqlwidgets.widget.Statements.Single;
import org.sqlwidgets.widget.Statements.WithClauses;

/**
 * Asks the database about a query without some of its optional clauses (widget-file §10).
 *
 * <p>It is asked about none of them, each alone, and all but each: what goes wrong when clauses
 * come together goes wrong with two of them.
 */
final class ClauseCheck {
  private final StatementDescriber describer;
  private final Problems problems;

  ClauseCheck(StatementDescriber describer, Problems problems) {
    this.describer = describer;
    this.problems = problems;
  }

  /**
   * What may be run of a query that is right with all its clauses.
   *
   * @param arrays the names that are bound as one array
   * @param whole the database's word on it with all clauses
   * @return empty when a problem was reported
   */
  Optional<Statements> check(
      ParsedSql sql, String datasource, Set<String> arrays, Described whole) {
    if (sql.conditions().isEmpty()) {
      return Optional.of(new Single(new Statement(sql.toJdbc(arrays).text(), whole.placements())));
    }
    Statements statements = new WithClauses(sql, arrays, whole.placements());
    for (Map.Entry<String, Predicate<String>> part : parts(sql.conditions()).entrySet()) {
      Predicate<String> hasValue = part.getValue();
      JdbcSql jdbc = sql.toJdbc(arrays, hasValue);
      Description answer =
          describer.verify(
              datasource, jdbc, statements.choose(hasValue).placements(), whole.types());
      if (!isSame(answer, part.getKey(), sql, jdbc, whole)) {
        return Optional.empty();
      }
    }
    return Optional.of(statements);
  }

  /** Which params have a value, by the words for it. */
  private static Map<String, Predicate<String>> parts(List<Set<String>> conditions) {
    Map<String, Predicate<String>> parts = new LinkedHashMap<>();
    parts.put("without its optional clauses", name -> false);
    if (conditions.size() > 1) {
      for (Set<String> names : conditions) {
        parts.put("with a value for %s alone".formatted(shown(names)), names::contains);
      }
    }
    if (conditions.size() > 2) {
      for (Set<String> names : conditions) {
        parts.put("without a value for %s alone".formatted(shown(names)), n -> !names.contains(n));
      }
    }
    return parts;
  }

  private static String shown(Set<String> names) {
    return names.stream().map(name -> ":" + name).collect(Collectors.joining(" and "));
  }

  private boolean isSame(
      Description answer, String when, ParsedSql sql, JdbcSql jdbc, Described whole) {
    return switch (answer) {
      case Description.Unavailable unavailable ->
          throw new DatabaseUnavailableException(unavailable.message());
      case Description.Refused refused -> {
        problems.error(
            jdbc.locate(refused.jdbcOffset().orElse(0)),
            "%s the database says: %s; the query must be right with any of its clauses left out"
                .formatted(when, refused.message()));
        yield false;
      }
      case Described part ->
          part.columns().equals(whole.columns()) || otherColumns(part, when, sql, whole);
    };
  }

  private boolean otherColumns(Described part, String when, ParsedSql sql, Described whole) {
    problems.error(
        Places.ofQuery(sql),
        "%s the query returns %s, and with all of them %s; the columns must be the same, so leave the select list out of the clauses"
            .formatted(when, columns(part, whole), columns(whole, part)));
    return false;
  }

  /** The columns by name, with the type of those that the other side has, too. */
  private static String columns(Described shown, Described other) {
    List<String> labels = other.columns().stream().map(Column::label).toList();
    List<String> texts = new ArrayList<>();
    for (Column column : shown.columns()) {
      boolean same = !labels.contains(column.label()) || other.columns().contains(column);
      String type = column.type().name().toLowerCase(java.util.Locale.ROOT);
      String scale = column.scale() < 0 ? "" : "(" + column.scale() + " decimals)";
      texts.add(same ? column.label() : column.label() + " as " + type + scale);
    }
    return "\"" + NearMiss.listed(texts) + "\"";
  }
}

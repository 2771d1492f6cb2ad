package org.sqlwidgets.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryPlans;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;

/** Tells the plans of widgets with their defaults, and scans that an index would spare. */
final class PlanCheck {
  /** A filter that keeps more than this part of a table is better served by a scan. */
  private static final double MOST_KEPT = 0.1;

  /** A column by itself, or with a cast, beside an operator that a usual index knows. */
  private static final Pattern SERVABLE =
      Pattern.compile(
          "(?:^|[( ])(?:\\(?)(?:\\w+\\.)?\"?(\\w+)\"?(?:\\)::[a-z ]+)? (?:=|<=|>=|<|>) ");

  private final QueryPlans plans;
  private final ParamBinder binder;
  private final Function<String, SqlDialect> dialects;
  private final Map<String, Map<String, Long>> largeTables = new HashMap<>();

  PlanCheck(QueryPlans plans, ParamBinder binder, Function<String, SqlDialect> dialects) {
    this.plans = plans;
    this.binder = binder;
    this.dialects = dialects;
  }

  /** Adds the plan of a widget as a hint, and a warning for each table that wants an index. */
  void widget(Widget widget, List<Problem> problems) {
    widget
        .query()
        .filter(query -> query.params().stream().noneMatch(PlanCheck::isRequired))
        .ifPresent(query -> query(SourceLocation.of(widget.file()), query, problems));
  }

  private static boolean isRequired(Param param) {
    return param.whenAbsent() == Param.WhenAbsent.REFUSE;
  }

  private void query(SourceLocation at, Query query, List<Problem> problems) {
    try {
      String plan = plans.plan(query, binder.bind(query.params(), ParamValues.NONE));
      if (dialects.apply(query.datasource()) == SqlDialect.POSTGRESQL) {
        Map<String, Long> large =
            largeTables.computeIfAbsent(query.datasource(), name -> plans.largeTables(query));
        postgres(at, PlanNode.read(plan), large, problems);
      } else {
        problems.add(Problem.hint(at, "plan:\n" + plan.strip().indent(2).stripTrailing()));
      }
    } catch (QueryFailedException e) {
      problems.add(Problem.warning(at, "the database gives no plan: " + e.getMessage()));
    }
  }

  private static void postgres(
      SourceLocation at, PlanNode plan, Map<String, Long> large, List<Problem> problems) {
    problems.add(
        Problem.hint(
            at,
            "plan with an estimated cost of %.0f for %.0f rows:\n%s"
                .formatted(
                    plan.number("Total Cost"),
                    plan.number("Plan Rows"),
                    plan.describe().indent(2).stripTrailing())));
    plan.all()
        .flatMap(node -> wanted(node, large).stream())
        .distinct()
        .forEach(message -> problems.add(Problem.warning(at, message)));
  }

  /** The advice for a step that reads a whole table to find few rows. */
  private static Optional<String> wanted(PlanNode node, Map<String, Long> large) {
    if (!node.text("Node Type").orElse("").equals("Seq Scan")) {
      return Optional.empty();
    }
    long rows = large.getOrDefault(node.table().orElse(""), 0L);
    String filter = node.text("Filter").orElse("");
    return rows > 0 && node.number("Plan Rows") <= rows * MOST_KEPT
        ? column(filter).map(column -> advice(node, rows, filter, column))
        : Optional.empty();
  }

  private static String advice(PlanNode node, long rows, String filter, String column) {
    return "all of about %d rows of %s are read for the filter %s; an index on \"%s\" can spare that"
        .formatted(rows, node.table().orElse(""), filter, column);
  }

  /** A column by which an index can serve a filter; alternatives would need one for each. */
  static Optional<String> column(String filter) {
    Matcher found = SERVABLE.matcher(filter);
    return !filter.contains(" OR ") && found.find()
        ? Optional.of(found.group(1))
        : Optional.empty();
  }
}

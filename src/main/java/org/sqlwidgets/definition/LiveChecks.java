package org.sqlwidgets.definition;

import java.util.List;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Checks that a live grid can tell its rows apart, and hears what it listens to (contract §4.11).
 */
final class LiveChecks {
  private final Problems problems;

  LiveChecks(Problems problems) {
    this.problems = problems;
  }

  void check(LiveDefinition live, List<ColumnDef> columns, SqlDialect dialect) {
    if (live.rowId().isEmpty()) {
      problems.error(
          live.at(),
          "a live grid needs data: { wsRowIdColumn: … }, the column (or list of columns) that tells"
              + " its rows apart; without it changed rows would be added, not replaced");
    }
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    live.rowId().forEach(name -> checkColumn(name, labels));
    if (dialect != SqlDialect.POSTGRESQL) {
      live.listen()
          .ifPresent(
              channel ->
                  problems.error(
                      channel.at(),
                      "only PostgreSQL can be listened to, and this widget's database is H2; remove"
                          + " \"listen\" and give an \"interval\""));
    }
  }

  private void checkColumn(Located<String> name, List<String> labels) {
    if (!labels.contains(name.value())) {
      String near = NearMiss.hint(name.value(), labels);
      problems.error(
          name.at(),
          "\"%s\" names the column \"%s\", which is not there%s"
              .formatted(
                  LiveReader.ROW_ID,
                  name.value(),
                  near.isEmpty() ? "; there are " + NearMiss.listed(labels) : near));
    }
  }
}

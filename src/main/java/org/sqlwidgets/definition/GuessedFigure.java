package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ChartKind;
import org.sqlwidgets.widget.ChartPart;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure.ShortFigure;
import org.sqlwidgets.widget.Figure.Titles;
import org.sqlwidgets.widget.SqlType;

/** The chart of a query whose author gives none: its numbers along its first column. */
final class GuessedFigure {
  private static final Set<SqlType> TIMES =
      Set.of(SqlType.DATE, SqlType.TIMESTAMP, SqlType.TIMESTAMPTZ);

  private GuessedFigure() {}

  /** Lines along time, else bars; empty when there is nothing to draw. */
  static Optional<ShortFigure> of(List<ColumnDef> columns, SourceLocation at, Problems problems) {
    List<Integer> numbers =
        IntStream.range(1, columns.size())
            .filter(i -> columns.get(i).sqlType().isNumber())
            .boxed()
            .toList();
    if (numbers.isEmpty()) {
      problems.error(
          at,
          "a chart without \"figure\" draws numbers along the first column, and no other column is"
              + " a number; select one, or write a \"figure\"");
      return Optional.empty();
    }
    boolean time = TIMES.contains(columns.getFirst().sqlType());
    return Optional.of(
        new ShortFigure(
            time ? ChartKind.LINE : ChartKind.BAR,
            Map.of(ChartPart.X, List.of(0), ChartPart.Y, numbers),
            Set.of(),
            Optional.empty(),
            Titles.NONE));
  }
}

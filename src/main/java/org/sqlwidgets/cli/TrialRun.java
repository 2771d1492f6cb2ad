package org.sqlwidgets.cli;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.openbb.OptionsWriter;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.openbb.View;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.query.QueryRunner.RowsReader;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/** Runs queries once with their defaults and reads a limited number of rows. */
final class TrialRun {
  private static final int MOST_ROWS = 1000;

  private final QueryRunner runner;
  private final ParamBinder binder;

  TrialRun(QueryRunner runner, ParamBinder binder) {
    this.runner = runner;
    this.binder = binder;
  }

  void widget(Widget widget, List<Problem> problems) {
    SourceLocation at = SourceLocation.of(widget.file());
    if (!(widget.content() instanceof QueryContent content)) {
      return;
    }
    Optional<Param> required =
        content.query().params().stream()
            .filter(param -> param.whenAbsent() == Param.WhenAbsent.REFUSE)
            .findFirst();
    if (required.isPresent()) {
      if (!widget.expectations().isEmpty()) {
        return;
      }
      problems.add(
          Problem.hint(
              at,
              "not run: param \"%s\" is required, so there are no defaults to run with; give it a value in an \"expect\""
                  .formatted(required.get().paramName())));
      return;
    }
    ReplyWriter writer = ReplyWriter.of(widget, content, View.PLAIN);
    run(
        at,
        content.query(),
        rows -> {
          writer.write(rows, (chunk, length) -> {});
          return rows;
        },
        problems);
  }

  void lookup(Lookup lookup, List<Problem> problems) {
    if (lookup.source() instanceof QueryOptions options) {
      ReplyWriter writer = new OptionsWriter(lookup.name(), false).of(options.columns());
      run(
          lookup.definedAt(),
          options.query(),
          rows -> {
            writer.write(rows, (chunk, length) -> {});
            return rows;
          },
          problems);
    }
  }

  private <R> void run(
      SourceLocation at, Query query, RowsReader<R> reader, List<Problem> problems) {
    try {
      BoundParams params = binder.bind(query.params(), ParamValues.NONE);
      runner.run(query, params, new Cancellation(), rows -> reader.read(new LimitedRows(rows)));
    } catch (QueryFailedException e) {
      String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
      problems.add(
          Problem.error(at, "running it with its defaults failed: " + e.getMessage() + cause));
    }
  }

  /** The first rows of a cursor. */
  private static final class LimitedRows implements Rows {
    private final Rows rows;
    private int count;

    LimitedRows(Rows rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      return count++ < MOST_ROWS && rows.next();
    }

    @Override
    public int columnCount() {
      return rows.columnCount();
    }

    @Override
    public void writeTo(int column, ValueSink sink) {
      rows.writeTo(column, sink);
    }
  }
}

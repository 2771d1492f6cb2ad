package org.sqlwidgets.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.TextSink;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.OptionColumns;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Lookup.StoredOption;
import org.sqlwidgets.widget.Lookup.StoredOptions;
import org.sqlwidgets.widget.Option;

/** Reads the options of lookups that depend on nothing, as they are now. */
@Singleton
public final class CurrentOptions {
  private final QueryRunner runner;

  CurrentOptions(QueryRunner runner) {
    this.runner = runner;
  }

  /**
   * The options of a lookup, in its order.
   *
   * @throws QueryFailedException when its query failed
   */
  public List<Option> of(Lookup lookup) {
    return switch (lookup.source()) {
      case StoredOptions stored -> stored.options().stream().map(StoredOption::option).toList();
      case QueryOptions options ->
          runner.run(
              options.query(),
              new BoundParams(Map.of()),
              new Cancellation(),
              rows -> read(rows, options.columns()));
    };
  }

  private static List<Option> read(Rows rows, OptionColumns columns) {
    List<Option> options = new ArrayList<>();
    while (rows.next()) {
      String value = TextSink.read(rows, columns.value());
      String label = TextSink.read(rows, columns.label());
      if (!value.isEmpty()) {
        options.add(
            new Option(
                value, label.isEmpty() ? value : label, Optional.empty(), Optional.empty(), false));
      }
    }
    return options;
  }
}

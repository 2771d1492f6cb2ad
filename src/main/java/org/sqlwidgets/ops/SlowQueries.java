package org.sqlwidgets.ops;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.EndedRun;
import org.sqlwidgets.query.QueryConfiguration;
import org.sqlwidgets.query.RunObserver;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Query;

/**
 * Writes one line to the log for each query that took long.
 *
 * <p>Values may be secret, so that only their names and types are told.
 */
@Singleton
final class SlowQueries implements RunObserver {
  private static final Logger LOG = LoggerFactory.getLogger(SlowQueries.class);

  private final Feeds feeds;
  private final Duration limit;

  SlowQueries(Feeds feeds, QueryConfiguration configuration) {
    this.feeds = feeds;
    this.limit = configuration.slowAfter();
  }

  @Override
  public void ended(EndedRun run) {
    if (limit.isPositive() && run.time().compareTo(limit) > 0) {
      run.query().ifPresent(query -> log(run, query));
    }
  }

  private void log(EndedRun run, Query query) {
    Feed feed = feeds.of(query);
    LOG.warn(
        "slow query {}={} file=\"{}\" seconds={} waited={} rows={} datasource={} outcome={}"
            + " params={}",
        feed.kind(),
        feed.name(),
        query.sql().source().file(),
        seconds(run.time()),
        seconds(run.waited()),
        run.rows(),
        run.datasource(),
        run.failure().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse("ok"),
        names(run.params()));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  private static String names(BoundParams params) {
    return params.values().isEmpty()
        ? "-"
        : params.values().entrySet().stream()
            .map(SlowQueries::name)
            .collect(Collectors.joining(","));
  }

  private static String name(Map.Entry<String, BoundValue> param) {
    BindType type = param.getValue().type();
    return param.getKey() + ":" + type.typeName() + (type.array() ? "[]" : "");
  }
}

package org.sqlwidgets.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlwidgets.query.EndedRun;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.RunObserver;

/** Measures the runs of queries, by datasource and for each widget. */
@Singleton
final class RunMeters implements RunObserver {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry registry;
  private final Feeds feeds;
  private final Traffic traffic;
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<Failed, Counter> failures = new ConcurrentHashMap<>();

  /**
   * What is measured of one datasource.
   *
   * @param query time of its queries
   * @param waited time until there was a connection
   */
  private record Source(Timer query, Timer waited) {}

  private record Failed(String datasource, Reason reason) {}

  RunMeters(Metrics metrics, Feeds feeds, Traffic traffic) {
    this.registry = metrics.registry();
    this.feeds = feeds;
    this.traffic = traffic;
  }

  @Override
  public void ended(EndedRun run) {
    Source source = sources.computeIfAbsent(run.datasource(), this::source);
    source.waited().record(run.waited());
    run.query()
        .ifPresent(
            query -> {
              source.query().record(run.time());
              traffic.of(feeds.of(query)).ran(run);
            });
    run.failure()
        .ifPresent(
            reason ->
                failures
                    .computeIfAbsent(new Failed(run.datasource(), reason), this::failures)
                    .increment());
  }

  private Source source(String datasource) {
    return new Source(
        timer("sql.widgets.query", "Time of queries, reading included", datasource),
        timer("sql.widgets.connection.wait", "Time until there was a connection", datasource));
  }

  private Timer timer(String name, String description, String datasource) {
    return Timer.builder(name)
        .description(description)
        .tag("datasource", datasource)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter failures(Failed failed) {
    return Counter.builder("sql.widgets.query.failures")
        .description("Queries that gave no reply, by reason")
        .tag("datasource", failed.datasource())
        .tag("reason", failed.reason().name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}

package org.sqlwidgets.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.database.PoolLoad;
import org.sqlwidgets.live.LiveGrids;
import org.sqlwidgets.problem.Problem.Severity;
import org.sqlwidgets.query.QueryQueue;
import org.sqlwidgets.registry.WidgetRegistry;

/** What is looked at whenever somebody reads the metrics: pools, cache, files, the JVM. */
@Singleton
final class StateMeters {
  private final Databases databases;
  private final QueryQueue queue;
  private final ReplyCache cache;
  private final LiveGrids grids;
  private final WidgetRegistry registry;
  private final AppCatalog catalog;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  StateMeters(
      Databases databases,
      QueryQueue queue,
      ReplyCache cache,
      LiveGrids grids,
      WidgetRegistry registry,
      AppCatalog catalog) {
    this.databases = databases;
    this.queue = queue;
    this.cache = cache;
    this.grids = grids;
    this.registry = registry;
    this.catalog = catalog;
  }

  /** Shows all of it. */
  void bindTo(MeterRegistry meters) {
    databases.poolNames().forEach(name -> pool(meters, name));
    databases.readerNames().forEach(name -> waiting(meters, name));
    cache(meters);
    live(meters);
    reload(meters);
    problems(meters);
    jvm(meters);
  }

  private void pool(MeterRegistry meters, String name) {
    connections(meters, name, "active", PoolLoad::active);
    connections(meters, name, "idle", PoolLoad::idle);
    Gauge.builder("sql.widgets.pool.max", databases, all -> all.pool(name).max())
        .description("Connections that may be open")
        .baseUnit("connections")
        .tag("datasource", name)
        .register(meters);
    Gauge.builder("sql.widgets.pool.waiting", databases, all -> all.pool(name).waiting())
        .description("Threads that wait for a connection")
        .tag("datasource", name)
        .register(meters);
  }

  private void connections(
      MeterRegistry meters, String name, String state, ToDoubleFunction<PoolLoad> count) {
    Gauge.builder(
            "sql.widgets.pool.connections", databases, all -> count.applyAsDouble(all.pool(name)))
        .description("Open connections")
        .tag("datasource", name)
        .tag("state", state)
        .register(meters);
  }

  private void waiting(MeterRegistry meters, String name) {
    Gauge.builder("sql.widgets.queue.waiting", queue, all -> all.waiting(name))
        .description("Requests that wait for a connection or for others of their widget")
        .tag("datasource", name)
        .register(meters);
  }

  private void cache(MeterRegistry meters) {
    Gauge.builder("sql.widgets.cache.entries", cache, all -> all.load().entries())
        .description("Replies that are kept")
        .register(meters);
    Gauge.builder("sql.widgets.cache.size", cache, all -> all.load().bytes())
        .description("Memory of the replies that are kept")
        .baseUnit("bytes")
        .register(meters);
  }

  private void live(MeterRegistry meters) {
    Gauge.builder("sql.widgets.live.subscribers", grids, all -> all.load().subscribers())
        .description("Open live grids")
        .register(meters);
    Gauge.builder("sql.widgets.live.groups", grids, all -> all.load().groups())
        .description("Different widgets and values that live grids look at")
        .register(meters);
    FunctionCounter.builder("sql.widgets.live.queries", grids, all -> all.load().queries())
        .description("Queries for live grids")
        .register(meters);
  }

  private void reload(MeterRegistry meters) {
    FunctionTimer.builder(
            "sql.widgets.reload",
            registry,
            all -> all.reloads().count(),
            all -> all.reloads().time().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("Compilations of the folder")
        .register(meters);
    Gauge.builder(
            "sql.widgets.reload.last.success.timestamp",
            registry,
            all -> all.reloads().lastSuccess().toEpochMilli() / 1e3)
        .description("When folder and lookups were last looked at without failure")
        .baseUnit("seconds")
        .register(meters);
  }

  private void problems(MeterRegistry meters) {
    for (Severity severity : Severity.values()) {
      Gauge.builder("sql.widgets.problems", catalog, all -> count(all, severity))
          .description("Problems of files")
          .tag("severity", severity.word())
          .register(meters);
    }
    Gauge.builder("sql.widgets.stale", catalog, StateMeters::stale)
        .description("Widgets and apps that are served in their last good version")
        .register(meters);
    served(meters, "widget", all -> all.snapshot().served().widgets().size());
    served(meters, "lookup", all -> all.snapshot().served().lookups().size());
    served(meters, "app", all -> all.snapshot().apps().size());
  }

  private void served(MeterRegistry meters, String kind, ToDoubleFunction<AppCatalog> count) {
    Gauge.builder("sql.widgets.served", catalog, count)
        .description("What is served")
        .tag("kind", kind)
        .register(meters);
  }

  private static double count(AppCatalog catalog, Severity severity) {
    return catalog.snapshot().problems().stream()
        .filter(known -> known.problem().severity() == severity)
        .count();
  }

  private static double stale(AppCatalog catalog) {
    return catalog.snapshot().served().compilation().stale().size()
        + catalog.snapshot().stale().size();
  }

  private void jvm(MeterRegistry meters) {
    collections.bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  @PreDestroy
  void close() {
    collections.close();
  }
}

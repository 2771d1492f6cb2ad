package org.sqlwidgets.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All that is counted and measured, in the form that Prometheus reads.
 *
 * <p>What is only looked at when somebody asks is set up by the first who does, so that a start
 * does not wait for it.
 */
@Singleton
public final class Metrics {
  /** The content type of {@link #text()}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final BeanProvider<StateMeters> state;
  private final AtomicBoolean asked = new AtomicBoolean();

  Metrics(BeanProvider<StateMeters> state) {
    this.state = state;
  }

  MeterRegistry registry() {
    return registry;
  }

  /** Everything as it is at this moment. */
  public String text() {
    if (!asked.getAndSet(true)) {
      state.get().bindTo(registry);
    }
    return registry.scrape();
  }
}

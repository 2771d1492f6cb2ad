package org.sqlwidgets.ops;

import io.micronaut.context.annotation.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.registry.WidgetRegistry;

/** Has all that names widgets in metrics and logs follow what is served. */
@Context
final class Observation {
  private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

  Observation(WidgetRegistry registry, Feeds feeds, Traffic traffic, LogConfiguration log) {
    LOG.debug("the log is written as {}", log.format());
    registry.onChange(feeds::follow);
    registry.onChange(traffic::follow);
  }
}

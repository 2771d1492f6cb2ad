package org.sqlwidgets.apps;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.time.Clock;
import org.sqlwidgets.registry.WidgetRegistry;

/** Makes the catalog of apps and fills it before the server listens. */
@Factory
final class AppsFactory {

  @Context
  AppCatalog catalog(WidgetRegistry registry, Clock clock) {
    AppCatalog catalog = new AppCatalog(clock);
    registry.onChange(catalog::update);
    return catalog;
  }
}

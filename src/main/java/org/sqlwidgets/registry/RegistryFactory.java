package org.sqlwidgets.registry;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.sqlwidgets.database.ActionsConfiguration;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.definition.ActionSettings;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.definition.WidgetFiles;
import org.sqlwidgets.lookup.CurrentOptions;
import org.sqlwidgets.lookup.LookupCatalog;
import org.sqlwidgets.query.QueryConfiguration;
import org.sqlwidgets.query.StatementDescriber;

/** Makes the registry and fills it before the server listens. */
@Factory
final class RegistryFactory {

  @Singleton
  CompilerSettings compilerSettings(
      QueryConfiguration limits, Databases databases, Clock clock, ActionSettings actions) {
    return new CompilerSettings(
        limits.timeout(),
        limits.maxRows(),
        clock,
        databases.readerNames(),
        databases::dialect,
        actions);
  }

  @Singleton
  ActionSettings actionSettings(
      ActionsConfiguration actions, Databases databases, CurrentOptions options) {
    return new ActionSettings(
        actions.enabled(),
        databases.writerNames(),
        Optional.ofNullable(actions.datasource()),
        options::of);
  }

  @Context
  WidgetRegistry registry(
      DirectoryConfiguration directory,
      CompilerSettings settings,
      StatementDescriber describer,
      LookupCatalog lookups,
      Clock clock) {
    WidgetRegistry registry =
        new WidgetRegistry(
            new WidgetFiles(directory.path()),
            new WidgetCompiler(settings, Optional.of(describer)),
            lookups::snapshot,
            clock);
    registry.refresh();
    return registry;
  }

  @Context
  @Bean(preDestroy = "close")
  RegistryWatch watch(WidgetRegistry registry) {
    return RegistryWatch.start(registry);
  }
}

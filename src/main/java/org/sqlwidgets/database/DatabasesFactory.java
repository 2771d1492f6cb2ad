package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.env.Environment;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens the databases before the server listens, and makes the owner's pool the only DataSource.
 *
 * <p>Takes the place of Micronaut's own factory, which would open every datasource at once and let
 * a reader's pool be injected, with transactions that commit, wherever a DataSource is asked for.
 */
@Factory
final class DatabasesFactory {
  private static final String PREFIX = "datasources";

  private final Environment environment;
  private final BeanContext context;

  DatabasesFactory(Environment environment, BeanContext context) {
    this.environment = environment;
    this.context = context;
  }

  /** All databases, opened eagerly. */
  @Context
  @Bean(preDestroy = "close")
  Databases databases(
      DatabaseConfiguration ours, ActionsConfiguration actions, ZoneConfiguration zone) {
    return Databases.open(
        DatabasePlan.of(given(), ours, actions), name -> pool(name, zone.zoneId()));
  }

  @Singleton
  @Bean(preDestroy = "close")
  Notifications notifications(Databases databases) {
    return databases.notifications();
  }

  /** The owner's pool, for the repositories. */
  @Singleton
  @Replaces(value = DataSource.class, factory = DatasourceFactory.class)
  @Named(DatabasePlan.DEFAULT)
  DataSource owner(Databases databases) {
    return databases.owner();
  }

  private Map<String, DatasourceSettings> given() {
    Map<String, DatasourceSettings> given = new HashMap<>();
    for (String name : environment.getPropertyEntries(PREFIX)) {
      given.put(
          name,
          new DatasourceSettings(
              name, text(name, "url"), text(name, "username"), text(name, "password")));
    }
    return given;
  }

  private @Nullable String text(String name, String part) {
    return environment.getProperty(key(name, part), String.class).orElse(null);
  }

  private PoolSettings pool(String name, ZoneId zone) {
    HikariConfig config =
        context
            .findBean(DatasourceConfiguration.class, Qualifiers.byName(name))
            .map(HikariConfig.class::cast)
            .orElseGet(HikariConfig::new);
    return new PoolSettings(config, part -> environment.containsProperty(key(name, part)), zone);
  }

  private static String key(String name, String part) {
    return PREFIX + "." + name + "." + part;
  }
}

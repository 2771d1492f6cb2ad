package org.sqlwidgets.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the product's tables, and if wanted the example data, up to date.
 *
 * <p>Two runs with a history each, both in the schema {@code sql_widgets}: a {@code public} full of
 * other people's tables is neither in the way nor touched.
 */
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private static final String SCHEMA = "sql_widgets";

  private final DataSource owner;

  Migrations(DataSource owner) {
    this.owner = owner;
  }

  /** Makes the product's own tables, or brings them up to date. */
  void product() {
    migrate(
        "tables of the product",
        configuration("migration", "flyway_schema_history").createSchemas(true),
        "cannot make or update the product's tables on datasources.default: %s");
  }

  /** Makes and fills the example tables in {@code public}; needs the product's tables. */
  void example() {
    migrate(
        "example data",
        configuration("example", "example_history")
            // The tables of the first run are this history's version 0.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .javaMigrations(new ExampleRows()),
        "cannot load the example data into datasources.default: %s; set sql-widgets.example=false"
            + " to do without");
  }

  private FluentConfiguration configuration(String folder, String history) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/" + folder)
        .defaultSchema(SCHEMA)
        .table(history);
  }

  private static void migrate(String what, FluentConfiguration configuration, String failure) {
    try {
      int made = configuration.load().migrate().migrationsExecuted;
      if (made > 0) {
        LOG.info("{} brought up to date, steps: {}", what, made);
      }
    } catch (FlywayException e) {
      throw new DatabaseStartException(failure.formatted(DriverMessage.of(e)), e);
    }
  }
}

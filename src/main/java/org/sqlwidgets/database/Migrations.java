package org.sqlwidgets.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings the product's tables, and if wanted the example data, up to date.
 *
 * <p>Two runs with a history each, both in the schema {@code sql_widgets}: a {@code public} full of
 * other people's tables is neither in the way nor touched.
 */
final class Migrations {
  private static final String SCHEMA = "sql_widgets";

  private final DataSource owner;

  Migrations(DataSource owner) {
    this.owner = owner;
  }

  /** Makes the product's own tables. */
  void product() {
    migrate(configuration("migration", "flyway_schema_history").createSchemas(true));
  }

  /** Makes and fills the example tables in {@code public}; needs the product's tables. */
  void example() {
    JavaMigration rows = new ExampleRows();
    migrate(
        configuration("example", "example_history")
            // The tables of the first run are this history's version 0.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .javaMigrations(rows));
  }

  private FluentConfiguration configuration(String folder, String history) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/" + folder)
        .defaultSchema(SCHEMA)
        .table(history);
  }

  private static void migrate(FluentConfiguration configuration) {
    try {
      configuration.load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseStartException(
          "cannot bring the tables of datasources.default up to date (%s): %s"
              .formatted(configuration.getTable(), oneLine(e)),
          e);
    }
  }

  private static String oneLine(FlywayException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R[\\s-]*", "; ");
  }
}

package org.sqlwidgets.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the databases that are ours alone.
 *
 * @param example whether the example data is loaded; null: when no datasource is configured
 * @param embeddedUrl where the embedded database lies when {@code datasources.default} is not given
 */
@ConfigurationProperties("sql-widgets")
record DatabaseConfiguration(
    @Nullable Boolean example, @Bindable(defaultValue = EMBEDDED_URL) String embeddedUrl) {

  static final String EMBEDDED_URL = "jdbc:h2:file:./data/sql-widgets";

  /** The settings of which none was given. */
  static final DatabaseConfiguration DEFAULTS = new DatabaseConfiguration(null, EMBEDDED_URL);
}

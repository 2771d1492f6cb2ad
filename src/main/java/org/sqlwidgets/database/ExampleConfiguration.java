package org.sqlwidgets.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The setting that loads the example data.
 *
 * @param example null: true when no datasource is configured, else false
 */
@ConfigurationProperties("sql-widgets")
record ExampleConfiguration(@Nullable Boolean example) {}

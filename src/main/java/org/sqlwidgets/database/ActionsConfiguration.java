package org.sqlwidgets.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Whether forms may change rows, and where.
 *
 * @param enabled false: no datasource that may write is opened
 * @param datasource the name of the datasource that runs actions without one of their own; null:
 *     there is none
 */
@ConfigurationProperties("sql-widgets.actions")
public record ActionsConfiguration(
    @Bindable(defaultValue = "false") Boolean enabled, @Nullable String datasource) {

  /** Nothing may be changed. */
  static final ActionsConfiguration OFF = new ActionsConfiguration(false, null);

  /** The datasource of the actions that change the product's own options. */
  public static final String OPTIONS = "options";

  static final String DATASOURCE = "sql-widgets.actions.datasource";

  /** Takes a blank name for none; refuses datasources that are kept from writing. */
  public ActionsConfiguration {
    datasource = datasource == null || datasource.isBlank() ? null : datasource.strip();
    if (DatabasePlan.DEFAULT.equals(datasource) || DatabasePlan.WIDGETS.equals(datasource)) {
      throw new DatabaseStartException(
          "%s is \"%s\"; expected a datasource of its own, whose role may write what actions change and nothing else"
              .formatted(DATASOURCE, datasource));
    }
  }
}

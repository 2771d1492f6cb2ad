package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code sql_widgets.lookup} (widget-file §5).
 *
 * @param name the lookup's one name
 * @param query the query that gives the options; null when they are rows
 * @param datasource the datasource that runs the query; null is {@code widgets}
 * @param parentParam the param on which the options depend
 * @param enabled null is true
 */
@MappedEntity(value = "lookup", schema = "sql_widgets")
record LookupRow(
    @Id String name,
    @Nullable String description,
    @Nullable String query,
    @Nullable String datasource,
    @Nullable String parentParam,
    @Nullable Boolean enabled) {

  boolean isEnabled() {
    return enabled == null || enabled;
  }

  LookupState state(List<OptionEntry> options) {
    return new LookupState(name, description, query, datasource, parentParam, isEnabled(), options);
  }

  static LookupRow of(LookupState state) {
    return new LookupRow(
        state.name(),
        state.description(),
        state.query(),
        state.datasource(),
        state.parentParam(),
        state.enabled());
  }
}

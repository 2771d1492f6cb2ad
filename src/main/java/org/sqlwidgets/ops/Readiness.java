package org.sqlwidgets.ops;

import java.util.Map;
import java.util.TreeMap;
import org.sqlwidgets.database.DatasourceState;

/**
 * Whether requests should be sent here.
 *
 * @param stopping true from the moment when the server was told to end
 * @param datasources the state of each datasource, by name
 * @param answering true when at least one datasource of widgets answers
 */
public record Readiness(
    boolean stopping, Map<String, DatasourceState> datasources, boolean answering) {

  /** Copies the map, in the order of the names. */
  public Readiness {
    datasources = java.util.Collections.unmodifiableMap(new TreeMap<>(datasources));
  }

  /** Whether it is. */
  public boolean isReady() {
    return answering && !stopping;
  }

  /** One word for it. */
  public String status() {
    if (stopping) {
      return "STOPPING";
    }
    return answering ? "UP" : "DOWN";
  }
}

package org.sqlwidgets.widget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a widget: inputs that are sent to an action (contract §3.7).
 *
 * @param paramName its name
 * @param action the name of the action
 * @param published all keys that are published, in order
 */
public record Form(String paramName, String action, Map<String, Object> published) {

  /** Copies the map, keeping its order. */
  public Form {
    published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
  }
}

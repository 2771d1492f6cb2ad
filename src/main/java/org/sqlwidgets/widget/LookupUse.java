package org.sqlwidgets.widget;

import java.util.Map;

/**
 * A param's use of a lookup.
 *
 * @param lookup the lookup's name; its address is {@code /options/<name>}
 * @param optionsParams what is sent to the lookup: a text, or {@code $name} for another param's
 *     value (contract §3.5)
 */
public record LookupUse(String lookup, Map<String, String> optionsParams) {

  /** Copies the map. */
  public LookupUse {
    optionsParams =
        java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(optionsParams));
  }

  /** The address of the options. */
  public String optionsEndpoint() {
    return "/options/" + lookup;
  }
}

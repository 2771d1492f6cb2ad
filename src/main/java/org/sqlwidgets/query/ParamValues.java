package org.sqlwidgets.query;

import java.util.List;
import java.util.Map;

/** The raw values of a request, by param name; a name may be absent or repeated. */
@FunctionalInterface
public interface ParamValues {

  /** No values: every param is absent. */
  ParamValues NONE = name -> List.of();

  /** All values under a name in the order of the request; empty when it is absent. */
  List<String> all(String name);

  /** One value for each name. */
  static ParamValues of(Map<String, String> values) {
    return name -> values.containsKey(name) ? List.of(values.get(name)) : List.of();
  }
}

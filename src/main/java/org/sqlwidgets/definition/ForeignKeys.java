package org.sqlwidgets.definition;

import java.util.Map;

/** Keys that authors try, with what they should do instead. */
final class ForeignKeys {
  /** At the top of a header. */
  static final Map<String, String> OF_WIDGETS =
      Map.ofEntries(
          Map.entry("title", "write \"name\""),
          Map.entry("label", "write \"name\""),
          Map.entry("widgetId", "write \"id\""),
          Map.entry("defaultViz", "write \"type\""),
          Map.entry("query", "the query stands below the header"),
          Map.entry("sql", "the query stands below the header"),
          Map.entry("columnsDefs", "write \"columns\", or put it below \"data: table:\""),
          Map.entry("table", "put it below \"data:\""),
          Map.entry("chartView", "put it below \"data: table:\""),
          Map.entry("lookup", "it belongs to a param"),
          Map.entry("options", "it belongs to a param"),
          Map.entry("required", "it belongs to a param"),
          Map.entry("w", "write gridData: { w: 20, h: 12 }"),
          Map.entry("h", "write gridData: { w: 20, h: 12 }"),
          Map.entry("limit", "write \"maxRows\""),
          Map.entry("ttl", "write \"cache\""),
          Map.entry("imgUrl", "the client ignores it, remove it"));

  /** In an entry of {@code params} (contract §3.1). */
  static final Map<String, String> OF_PARAMS =
      Map.ofEntries(
          Map.entry("name", "write \"paramName\""),
          Map.entry("default", "write \"value\""),
          Map.entry("optional", "remove it: a param is optional unless \"required: true\""),
          Map.entry("min", "the client checks no range; check it in the SQL"),
          Map.entry("max", "the client checks no range; check it in the SQL"),
          Map.entry("step", "the client does not know it, remove it"),
          Map.entry("editable", "the client does not know it, remove it"),
          Map.entry("query", "write \"optionsQuery\""));

  private ForeignKeys() {}
}

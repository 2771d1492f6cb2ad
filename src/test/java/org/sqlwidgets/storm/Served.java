package org.sqlwidgets.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.TestServer;

/**
 * What a server answers before anything happens to it.
 *
 * @param addresses that of each widget's data, with the values its params have at first
 * @param entries how each widget is published
 * @param data each widget's data, if they do not change by the second
 * @param options each lookup's options, by address
 */
record Served(
    Map<String, String> addresses,
    Map<String, String> entries,
    Map<String, String> data,
    Map<String, String> options) {

  static Served by(TestServer server) {
    Map<String, String> addresses = new TreeMap<>();
    Map<String, String> entries = new TreeMap<>();
    Map<String, String> data = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : server.get("/widgets.json").json().properties()) {
      String address = address(one.getValue());
      addresses.put(one.getKey(), address);
      entries.put(one.getKey(), one.getValue().toString());
      if (!one.getValue().path("type").asText().equals("live_grid")) {
        data.put(one.getKey(), server.get(address).text());
      }
    }
    return new Served(addresses, entries, data, options(server));
  }

  private static Map<String, String> options(TestServer server) {
    Collection<String> lookups =
        server.context().getBean(WidgetRegistry.class).snapshot().lookups().keySet();
    Map<String, String> options = new LinkedHashMap<>();
    for (String lookup : lookups) {
      String address = "/options/" + lookup;
      options.put(address, server.get(address).text());
    }
    return options;
  }

  /** The ids of the widgets whose files nobody touches. */
  Set<String> untouched(Collection<EditedFile> edited) {
    Set<String> ids = edited.stream().map(EditedFile::id).collect(Collectors.toSet());
    return entries.keySet().stream()
        .filter(id -> !ids.contains(id) && !id.equals(Watcher.MARK))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String address(JsonNode entry) {
    StringBuilder query = new StringBuilder();
    for (JsonNode param : entry.path("params")) {
      JsonNode value = param.path("value");
      if (value.isValueNode() && !value.isNull() && !value.asText().startsWith("$")) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(param.path("paramName").asText())
            .append('=')
            .append(URLEncoder.encode(value.asText(), StandardCharsets.UTF_8));
      }
    }
    return "/" + entry.path("endpoint").asText() + query;
  }
}

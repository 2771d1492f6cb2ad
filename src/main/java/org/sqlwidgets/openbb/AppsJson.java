package org.sqlwidgets.openbb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.apps.App;

/** Writes {@code apps.json}: the list of apps (contract §5). */
public final class AppsJson {
  private AppsJson() {}

  /** The document for these apps, in their order. */
  public static byte[] write(List<App> apps) {
    return JsonTree.write(apps.stream().map(AppsJson::app).toList());
  }

  private static Map<String, Object> app(App app) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", app.name());
    keys.put("description", app.description());
    keys.putAll(app.published());
    Map<String, Object> tabs = new LinkedHashMap<>();
    app.tabs().forEach(tab -> tabs.put(tab.id(), tab(tab)));
    keys.put("tabs", tabs);
    if (!app.groups().isEmpty()) {
      keys.put("groups", app.groups().stream().map(AppsJson::group).toList());
    }
    if (!app.prompts().isEmpty()) {
      keys.put("prompts", app.prompts());
    }
    return keys;
  }

  private static Map<String, Object> tab(App.Tab tab) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", tab.id());
    keys.put("name", tab.name());
    keys.put("layout", tab.layout().stream().map(AppsJson::item).toList());
    return keys;
  }

  private static Map<String, Object> item(App.Item item) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("i", item.i());
    keys.put("x", item.x());
    keys.put("y", item.y());
    keys.put("w", item.w());
    keys.put("h", item.h());
    item.groups().ifPresent(groups -> keys.put("groups", groups));
    keys.putAll(item.published());
    return keys;
  }

  private static Map<String, Object> group(App.Group group) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", group.name());
    keys.put("type", group.type().word());
    group.paramName().ifPresent(name -> keys.put("paramName", name));
    keys.put("widgetIds", group.widgetIds());
    group.defaultValue().ifPresent(value -> keys.put("defaultValue", value));
    return keys;
  }
}

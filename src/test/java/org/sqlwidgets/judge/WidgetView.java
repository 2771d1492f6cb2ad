package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of widgets.json, looked at by the rules.
 *
 * @param id the map key
 * @param node the widget as published
 */
record WidgetView(String id, JsonNode node) {

  /** All widgets of a document, in its order. */
  static List<WidgetView> all(JsonNode document) {
    return document.properties().stream()
        .map(entry -> new WidgetView(entry.getKey(), entry.getValue()))
        .toList();
  }

  String place() {
    return "widget \"" + id + "\"";
  }

  String place(String where) {
    return place() + " " + where;
  }

  String type() {
    return Values.text(node.path("type"));
  }

  boolean isServerSide() {
    return type().startsWith("ssrm_");
  }

  JsonNode table() {
    return node.path("data").path("table");
  }

  /** The params of all rows of controls (contract §3.1). */
  List<ParamView> params() {
    List<ParamView> params = new ArrayList<>();
    int row = 0;
    for (JsonNode element : Values.list(node.path("params"))) {
      String where = place("params[" + row++ + "]");
      if (element.isArray()) {
        params.addAll(ParamView.all(where, element));
      } else {
        params.add(new ParamView(where, element));
      }
    }
    return params;
  }

  /** The params and the fields of their forms. */
  List<ParamView> controls() {
    List<ParamView> controls = new ArrayList<>(params());
    params().forEach(param -> controls.addAll(param.fields()));
    return controls;
  }

  List<ColumnView> columns() {
    List<ColumnView> columns = new ArrayList<>();
    for (JsonNode column : Values.list(table().path("columnsDefs"))) {
      columns.add(new ColumnView(place("columnsDefs[" + columns.size() + "]"), column));
    }
    return columns;
  }

  Set<String> columnNames() {
    return columns().stream().map(ColumnView::field).collect(Collectors.toSet());
  }

  Set<String> paramNames() {
    return params().stream().map(ParamView::name).collect(Collectors.toSet());
  }
}

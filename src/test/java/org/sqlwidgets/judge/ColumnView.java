package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of columnsDefs.
 *
 * @param at where it stands, by position
 * @param node the column as published
 */
record ColumnView(String at, JsonNode node) {

  String place() {
    return at + " \"" + field() + "\"";
  }

  String field() {
    return Values.text(node.path("field"));
  }

  String cellDataType() {
    return Values.text(node.path("cellDataType"));
  }

  boolean renders(String function) {
    return Values.texts(node.path("renderFn")).contains(function);
  }

  JsonNode renderFnParams() {
    return node.path("renderFnParams");
  }
}

package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One param of a widget, or one field of a form.
 *
 * @param at where it stands, by position
 * @param node the param as published
 */
record ParamView(String at, JsonNode node) {

  /** The params of one list, placed by their position in it. */
  static List<ParamView> all(String where, JsonNode list) {
    List<ParamView> params = new ArrayList<>();
    for (JsonNode element : Values.list(list)) {
      params.add(new ParamView(where + "[" + params.size() + "]", element));
    }
    return params;
  }

  String place() {
    return at + " \"" + name() + "\"";
  }

  String place(String where) {
    return place() + " " + where;
  }

  String name() {
    return Values.text(node.path("paramName"));
  }

  String type() {
    return Values.text(node.path("type"));
  }

  JsonNode value() {
    return node.path("value");
  }

  boolean hasOptions() {
    return node.path("options").isArray();
  }

  boolean isMultiSelect() {
    return node.path("multiSelect").asBoolean();
  }

  List<JsonNode> optionValues() {
    return Values.list(node.path("options")).stream().map(option -> option.path("value")).toList();
  }

  /** The fields of a form; nothing for other params. */
  List<ParamView> fields() {
    return all(at + ".inputParams", node.path("inputParams"));
  }

  /** The params that the dropdown's query refers to as {@code $x}. */
  List<String> references() {
    return node.path("optionsParams").properties().stream()
        .map(entry -> Values.text(entry.getValue()))
        .filter(text -> text.startsWith("$"))
        .map(text -> text.substring(1))
        .toList();
  }

  /** True when a value, or each part of a multi-select's, is one of the static options. */
  boolean offers(JsonNode value) {
    if (!isMultiSelect()) {
      return Values.contains(optionValues(), value);
    }
    List<String> offered = optionValues().stream().map(Values::text).toList();
    return Values.texts(value).stream().flatMap(Values::parts).allMatch(offered::contains);
  }
}

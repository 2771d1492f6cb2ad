package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;

/**
 * A header as the author wrote it, each key in its kind; nothing held against the SQL yet.
 *
 * @param id the widget id; empty = the file's stem
 * @param formerIds ids under which the widget was known before
 * @param publish false = compiled and checked, not served
 * @param datasource the datasource that runs the query; empty = {@code widgets}
 * @param name the title; empty = made from the file's stem
 * @param description the tooltip; empty = the first comment, else the name
 * @param type the kind of widget; empty = it was reported
 * @param category the group; empty = made from the folder
 * @param gridData the size; empty = by type
 * @param paramRows the controls
 * @param form the form; empty = none
 * @param columns what the author says of columns, by label
 * @param data the published keys of {@code data} without {@code columnsDefs}
 * @param chartColumns the columns that the table's charts name
 * @param columnsRead false when something was reported of {@code columns} or {@code data}
 * @param published the other published keys
 * @param timeout the time limit; empty = the setting
 * @param maxRows the row limit; empty = the setting
 * @param cache how long a reply may be kept
 * @param template the Mustache text
 * @param figure what a chart draws
 * @param url the page or video that is shown without any query
 * @param live how a live grid is kept fresh
 * @param expect what the author expects of the rows
 */
record WidgetDefinition(
    Optional<Located<String>> id,
    List<Located<String>> formerIds,
    boolean publish,
    Optional<Located<String>> datasource,
    Optional<String> name,
    Optional<String> description,
    Optional<WidgetType> type,
    Optional<String> category,
    Optional<GridData> gridData,
    List<ParamRowDefinition> paramRows,
    Optional<FormDefinition> form,
    Map<String, ColumnDefinition> columns,
    Map<String, Object> data,
    List<Located<String>> chartColumns,
    boolean columnsRead,
    Map<String, Object> published,
    Optional<Duration> timeout,
    OptionalInt maxRows,
    Optional<Caching> cache,
    Optional<Located<String>> template,
    Optional<YamlMap> figure,
    Optional<Located<String>> url,
    LiveDefinition live,
    List<ExpectationDefinition> expect) {

  /**
   * A row of controls.
   *
   * @param params from left to right
   * @param grouped true when they were written as a list
   */
  record ParamRowDefinition(List<ParamDefinition> params, boolean grouped) {}

  /**
   * What the author says of a column.
   *
   * @param at the place of the column's name
   * @param keys the columnsDefs keys without {@code field}
   * @param node where the keys were read
   */
  record ColumnDefinition(SourceLocation at, Map<String, Object> keys, YamlNode node) {

    /** The place of a value below these keys, else of the column's name. */
    SourceLocation at(String... path) {
      return YamlPaths.find(node, path).map(YamlNode::location).orElse(at);
    }
  }

  List<ParamDefinition> params() {
    return paramRows.stream().flatMap(row -> row.params().stream()).toList();
  }
}

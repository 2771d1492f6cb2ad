package org.sqlwidgets.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/**
 * A widget that can be published and run.
 *
 * @param id its name in dashboards
 * @param file the file that defines it, as people know it
 * @param type the kind of widget
 * @param name the title
 * @param description the tooltip and the text by which the AI chooses widgets
 * @param category the group in the widget list
 * @param gridData the size on the dashboard
 * @param paramRows the controls, row by row
 * @param form the form that it shows besides its data
 * @param content where its data come from
 * @param published the other published keys in order: {@code subCategory}, {@code source}, {@code
 *     refetchInterval}, … (contract §2.1)
 * @param data the published keys of {@code data} without {@code table.columnsDefs} (contract §2.4)
 * @param expectations what its author expects of its rows
 */
public record Widget(
    WidgetId id,
    String file,
    WidgetType type,
    String name,
    String description,
    String category,
    GridData gridData,
    List<ParamRow> paramRows,
    Optional<Form> form,
    WidgetContent content,
    Map<String, Object> published,
    Map<String, Object> data,
    List<Expectation> expectations) {

  /**
   * A row of controls.
   *
   * @param params the controls from left to right
   * @param grouped true when the author wrote them as a list, false for a single control
   */
  public record ParamRow(List<Param> params, boolean grouped) {

    /** Copies the list. */
    public ParamRow {
      params = List.copyOf(params);
    }
  }

  /** Copies the lists. */
  public Widget {
    paramRows = List.copyOf(paramRows);
    expectations = List.copyOf(expectations);
  }

  /** All params in the order of their controls. */
  public List<Param> params() {
    return paramRows.stream().flatMap(row -> row.params().stream()).toList();
  }

  /** The statement that feeds it; empty when it shows an address of its author. */
  public Optional<Query> query() {
    return content instanceof QueryContent feed ? Optional.of(feed.query()) : Optional.empty();
  }

  /** The columns that its query returns; none without a query. */
  public List<ColumnDef> columns() {
    return query().map(Query::columns).orElse(List.of());
  }

  /** The param that chooses the files of a file viewer (contract §3.1, {@code roles}). */
  public Optional<Param> fileSelector() {
    return params().stream().filter(param -> param.published().containsKey("roles")).findFirst();
  }

  /** The address of the data, below the base address. */
  public String endpoint() {
    return "/widgets/" + id;
  }
}

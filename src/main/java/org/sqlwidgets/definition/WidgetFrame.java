package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;
import org.sqlwidgets.widget.WidgetContent;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/**
 * What a widget has besides its content: names, size, published keys, with their defaults.
 *
 * @param file which defines it
 * @param definition its header
 */
record WidgetFrame(SourceFile file, WidgetDefinition definition) {
  private static final long LEAST_STALE_TIME = 1000;

  /**
   * The widget around a content.
   *
   * @param comment describes it when nothing else does
   * @param source where its data are from, unless the author says so
   * @param expectations what must be true of its rows
   */
  Widget around(
      WidgetId id,
      WidgetType type,
      List<ParamRow> rows,
      WidgetContent content,
      Optional<String> comment,
      String source,
      List<Expectation> expectations) {
    String name = definition.name().orElseGet(() -> Titles.of(file.stem(), id.value()));
    return new Widget(
        id,
        file.display(),
        type,
        name,
        definition
            .description()
            .or(() -> comment)
            .filter(text -> !OpenbbShapes.isBlank(text))
            .orElse(name),
        definition.category().orElseGet(this::category),
        definition.gridData().orElse(type.defaultGridData()),
        rows,
        Optional.empty(),
        content,
        published(type, source),
        definition.data(),
        expectations);
  }

  private String category() {
    String folder = file.folder();
    String last = folder.substring(folder.lastIndexOf('/') + 1);
    return Titles.of(last, "SQL Widgets");
  }

  /**
   * A cached reply is as old as the cache allows; the client is told so (widget-file §3). The rows
   * behind a chart are offered unless its author says otherwise, so that the AI can read them.
   */
  private Map<String, Object> published(WidgetType type, String source) {
    Map<String, Object> published = new LinkedHashMap<>(definition.published());
    published.computeIfAbsent("source", key -> List.of(source));
    if (type.isChart()) {
      published.putIfAbsent("raw", true);
    }
    definition
        .cache()
        .ifPresent(
            cache ->
                published.putIfAbsent(
                    "staleTime", Math.max(LEAST_STALE_TIME, cache.fresh().toMillis())));
    return published;
  }
}

package org.sqlwidgets.openbb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.WebAddress;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;
import org.sqlwidgets.widget.WidgetContent.PageContent;
import org.sqlwidgets.widget.WidgetType;

/** Writes {@code widgets.json}: a map from widget id to widget (contract §2). */
public final class WidgetsJson {
  private WidgetsJson() {}

  /** The document for these widgets, in their order, of a server that asks nobody for a key. */
  public static byte[] write(Collection<Widget> widgets) {
    return write(widgets, WidgetAddresses.PLAIN);
  }

  /** The document for these widgets, in their order, with these addresses. */
  public static byte[] write(Collection<Widget> widgets, WidgetAddresses addresses) {
    Map<String, Object> document = new LinkedHashMap<>();
    widgets.forEach(widget -> document.put(widget.id().value(), widget(widget, addresses)));
    return JsonTree.write(document);
  }

  private static Map<String, Object> widget(Widget widget, WidgetAddresses addresses) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", widget.name());
    keys.put("description", widget.description());
    keys.put("category", widget.category());
    keys.put("type", widget.type().word());
    keys.put("endpoint", endpoint(widget, addresses));
    if (widget.type() == WidgetType.LIVE_GRID) {
      keys.put("wsEndpoint", addresses.of("live", widget.id().value()));
    }
    keys.putAll(widget.published());
    keys.put("gridData", gridData(widget.gridData()));
    List<Object> params = params(widget.paramRows());
    widget.form().ifPresent(form -> params.add(form.published()));
    if (!params.isEmpty()) {
      keys.put("params", params);
    }
    if (widget.type().isGrid()) {
      keys.put("data", data(widget));
    }
    return keys;
  }

  /** Frames and documents are asked for without a key; a page itself where the client takes it. */
  private static String endpoint(Widget widget, WidgetAddresses addresses) {
    return switch (widget.type()) {
      case IFRAME -> frame(widget, addresses);
      case PDF -> addresses.of("pdf", widget.id().value());
      default -> widget.endpoint();
    };
  }

  private static String frame(Widget widget, WidgetAddresses addresses) {
    return widget.content() instanceof PageContent(String url)
            && WebAddress.of(url).filter(WebAddress::isEndpoint).isPresent()
        ? url
        : addresses.of("page", widget.id().value());
  }

  private static Map<String, Object> gridData(GridData gridData) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("w", gridData.w());
    keys.put("h", gridData.h());
    putIfThere(keys, "minW", gridData.minW());
    putIfThere(keys, "minH", gridData.minH());
    putIfThere(keys, "maxW", gridData.maxW());
    putIfThere(keys, "maxH", gridData.maxH());
    return keys;
  }

  private static void putIfThere(
      Map<String, Object> keys, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      keys.put(key, value);
    }
  }

  private static List<Object> params(List<ParamRow> rows) {
    List<Object> params = new ArrayList<>();
    for (ParamRow row : rows) {
      List<Map<String, Object>> published = row.params().stream().map(Param::published).toList();
      if (row.grouped()) {
        params.add(published);
      } else {
        params.addAll(published);
      }
    }
    return params;
  }

  /** Every column is declared, so nothing is left to the client's guessing (contract §4.1). */
  private static Map<String, Object> data(Widget widget) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("showAll", true);
    if (widget.data().get("table") instanceof Map<?, ?> keys) {
      keys.forEach((key, value) -> table.put(String.valueOf(key), value));
    }
    table.put("columnsDefs", widget.columns().stream().map(ColumnDef::published).toList());
    Map<String, Object> data = new LinkedHashMap<>(widget.data());
    if (widget.type() == WidgetType.SSRM_TABLE) {
      data.put("dataKey", "rowData");
    }
    data.put("table", table);
    return data;
  }
}

package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.widget.Form;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;

/** Puts the lookups of its dropdowns, and its form, into a widget. */
final class Links {
  private Links() {}

  static Widget put(Widget widget, Map<String, LookupUse> links, Optional<Form> form) {
    List<ParamRow> rows =
        widget.paramRows().stream()
            .map(
                row ->
                    new ParamRow(
                        row.params().stream().map(param -> put(param, links)).toList(),
                        row.grouped()))
            .toList();
    return new Widget(
        widget.id(),
        widget.file(),
        widget.type(),
        widget.name(),
        widget.description(),
        widget.category(),
        widget.gridData(),
        rows,
        form,
        widget.content(),
        widget.published(),
        widget.data(),
        widget.expectations());
  }

  private static Param put(Param param, Map<String, LookupUse> links) {
    LookupUse use = links.get(param.paramName());
    if (use == null) {
      return param;
    }
    Map<String, Object> published = new LinkedHashMap<>(param.published());
    published.put("optionsEndpoint", use.optionsEndpoint());
    if (!use.optionsParams().isEmpty()) {
      published.put("optionsParams", use.optionsParams());
    }
    return new Param(
        param.paramName(),
        param.type(),
        param.multi(),
        param.bindType(),
        param.whenAbsent(),
        param.defaultText(),
        param.fixedValues(),
        Optional.of(use),
        published);
  }
}

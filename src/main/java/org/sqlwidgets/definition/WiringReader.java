package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.Wiring.Use;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.Lookup;

/** Finds what the params of a definition want of lookups, and compiles its inline lookups. */
final class WiringReader {
  private final WidgetDefinition definition;
  private final LookupCompiler lookups;
  private final SourceText header;
  private final Map<String, Use> uses = new LinkedHashMap<>();
  private final List<Lookup> inline = new ArrayList<>();
  private boolean complete;

  WiringReader(WidgetDefinition definition, LookupCompiler lookups, SourceText header) {
    this.definition = definition;
    this.lookups = lookups;
    this.header = header;
    this.complete = definition.columnsRead() || !header.text().contains("groupBy");
  }

  /**
   * The wiring of a widget.
   *
   * @param id begins the names of inline lookups
   */
  Wiring read(String id, ParsedSql parsed) {
    Map<String, SourceLocation> declared = new LinkedHashMap<>();
    for (ParamDefinition param : definition.params()) {
      declared.put(param.paramName().value(), param.paramName().at());
      complete &= param.read() || !param.dropdown();
      use(id, param);
    }
    Set<String> params = new HashSet<>(declared.keySet());
    params.addAll(parsed.names());
    return new Wiring(uses, inline, parsed.names(), params, declared, clicked(), complete);
  }

  private void use(String id, ParamDefinition param) {
    if (param.optionsQuery().isPresent()) {
      Located<String> query = param.optionsQuery().get();
      Optional<Lookup> lookup =
          lookups.inline(id + "." + param.paramName().value(), query, param.cache(), header);
      lookup.ifPresent(inline::add);
      lookup.ifPresent(found -> use(param, new Located<>(found.name(), query.at())));
      complete &= lookup.isPresent();
    } else {
      param.lookup().ifPresent(named -> use(param, named));
    }
  }

  private void use(ParamDefinition param, Located<String> lookup) {
    uses.put(
        param.paramName().value(), new Use(lookup.value(), lookup.at(), param.optionsParams()));
  }

  private Set<String> clicked() {
    Set<String> clicked = new HashSet<>();
    for (var column : definition.columns().values()) {
      if (PlainMaps.find(column.keys(), "renderFnParams", "groupBy", "paramName")
          instanceof String name) {
        clicked.add(name);
      }
    }
    return clicked;
  }
}

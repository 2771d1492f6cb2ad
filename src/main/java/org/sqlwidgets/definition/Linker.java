package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.Compiled.Use;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;

/** Links the params of a widget to the lookups that there are. */
final class Linker {
  private final Map<String, Lookup> lookups;
  private final Problems problems;

  Linker(Map<String, Lookup> lookups, Problems problems) {
    this.lookups = lookups;
    this.problems = problems;
  }

  /** The widget with its lookups; empty when a problem was reported. */
  Optional<Widget> link(Draft draft) {
    Problems own = new Problems();
    Map<String, LookupUse> links = new LinkedHashMap<>();
    draft
        .uses()
        .forEach((param, use) -> link(draft, param, use, own).ifPresent(l -> links.put(param, l)));
    refuseUnused(draft, links, own);
    refuseCycles(draft, links, own);
    problems.addAll(own.list());
    return own.hasErrors() ? Optional.empty() : Optional.of(withLinks(draft.widget(), links));
  }

  private Optional<LookupUse> link(Draft draft, String param, Use use, Problems own) {
    Lookup lookup = lookups.get(use.lookup());
    if (lookup == null) {
      own.error(
          use.at(), "there is no lookup \"%s\"%s".formatted(use.lookup(), known(use.lookup())));
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    draft.widget().params().forEach(p -> names.add(p.paramName()));
    Map<String, String> sent = new LinkedHashMap<>(use.optionsParams());
    for (String needed : lookup.source().dependsOn()) {
      if (sent.containsKey(needed)) {
        continue;
      }
      if (needed.equals(param) || !names.contains(needed)) {
        own.error(
            use.at(),
            "lookup \"%s\" depends on :%s, and this widget has no other param of that name; add one,"
                    .formatted(use.lookup(), needed)
                + " or give optionsParams: {"
                + needed
                + ": …}");
      } else {
        sent.put(needed, "$" + needed);
      }
    }
    checkReferences(param, use, sent, names, own);
    return Optional.of(new LookupUse(use.lookup(), sent));
  }

  private String known(String name) {
    String near = NearMiss.hint(name, lookups.keySet());
    return near.isEmpty()
        ? "; expected a file lookups/" + name + ".sql, or a row in sql_widgets.lookup"
        : near;
  }

  private static void checkReferences(
      String param, Use use, Map<String, String> sent, Set<String> names, Problems own) {
    sent.forEach(
        (key, value) -> {
          String name = value.startsWith("$") ? value.substring(1) : "";
          if (!name.isEmpty() && (name.equals(param) || !names.contains(name))) {
            own.error(
                use.at(),
                "optionsParams of \"%s\" names $%s, which is no other param of this widget%s"
                    .formatted(param, name, NearMiss.hint(name, names)));
          }
        });
  }

  /** A declared param feeds the SQL, a lookup or a cell click, or it is a mistake. */
  private static void refuseUnused(Draft draft, Map<String, LookupUse> links, Problems own) {
    Set<String> used = new HashSet<>(draft.widget().query().sql().names());
    links
        .values()
        .forEach(
            link ->
                link.optionsParams().values().forEach(v -> used.add(v.replaceFirst("^\\$", ""))));
    draft.widget().query().columns().forEach(column -> used.addAll(clicked(column.published())));
    draft
        .declared()
        .forEach(
            (name, at) -> {
              if (!used.contains(name)) {
                own.error(at, unused(name, draft));
              }
            });
  }

  private static List<String> clicked(Map<String, Object> published) {
    Map<String, Object> render = PlainMaps.of(published.getOrDefault("renderFnParams", Map.of()));
    Object name = PlainMaps.of(render.getOrDefault("groupBy", Map.of())).get("paramName");
    return name == null ? List.of() : List.of(name.toString());
  }

  private static String unused(String name, Draft draft) {
    Set<String> placeholders = draft.widget().query().sql().names();
    String there =
        placeholders.isEmpty()
            ? "the SQL has none"
            : "placeholders are :" + String.join(", :", placeholders);
    return "param \"%s\" has no placeholder :%s; %s%s"
        .formatted(name, name, there, NearMiss.hint(name, placeholders));
  }

  private static void refuseCycles(Draft draft, Map<String, LookupUse> links, Problems own) {
    Map<String, List<String>> parents = new HashMap<>();
    links.forEach(
        (param, link) ->
            parents.put(
                param,
                link.optionsParams().values().stream()
                    .filter(value -> value.startsWith("$"))
                    .map(value -> value.substring(1))
                    .toList()));
    for (String param : links.keySet()) {
      if (reaches(param, param, parents, new HashSet<>())) {
        SourceLocation at = java.util.Objects.requireNonNull(draft.uses().get(param)).at();
        own.error(
            at,
            "the options of \"%s\" depend on \"%s\" itself; break the circle"
                .formatted(param, param));
      }
    }
  }

  private static boolean reaches(
      String from, String target, Map<String, List<String>> parents, Set<String> seen) {
    for (String parent : parents.getOrDefault(from, List.of())) {
      if (parent.equals(target) || (seen.add(parent) && reaches(parent, target, parents, seen))) {
        return true;
      }
    }
    return false;
  }

  private static Widget withLinks(Widget widget, Map<String, LookupUse> links) {
    List<ParamRow> rows = new ArrayList<>();
    for (ParamRow row : widget.paramRows()) {
      List<Param> params =
          row.params().stream()
              .map(p -> links.containsKey(p.paramName()) ? linked(p, links.get(p.paramName())) : p)
              .toList();
      rows.add(new ParamRow(params, row.grouped()));
    }
    return new Widget(
        widget.id(),
        widget.file(),
        widget.type(),
        widget.name(),
        widget.description(),
        widget.category(),
        widget.gridData(),
        rows,
        widget.query(),
        widget.template(),
        widget.published(),
        widget.data());
  }

  private static Param linked(Param param, LookupUse use) {
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

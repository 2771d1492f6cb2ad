package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.Wiring.Use;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.LookupUse;

/** Holds what one widget wants of lookups against the lookups that there are. */
final class Linker {
  private final LookupIndex lookups;
  private final Wiring wiring;
  private final Problems problems = new Problems();
  private final Map<String, LookupUse> links = new LinkedHashMap<>();

  private Linker(LookupIndex lookups, Wiring wiring) {
    this.lookups = lookups;
    this.wiring = wiring;
  }

  /** The lookup of each dropdown; empty when a problem was reported. */
  static Optional<Map<String, LookupUse>> link(
      LookupIndex lookups, Wiring wiring, Problems problems) {
    Linker linker = new Linker(lookups, wiring);
    linker.link();
    problems.addAll(linker.problems.list());
    return linker.problems.hasErrors() ? Optional.empty() : Optional.of(linker.links);
  }

  private void link() {
    wiring.uses().forEach(this::link);
    boolean linked = links.size() == wiring.uses().size();
    if (linked) {
      refuseCircles();
    }
    if (linked && wiring.complete()) {
      refuseUnused();
    }
  }

  private void link(String param, Use use) {
    Optional<Lookup> lookup = wiring.own(use.lookup()).or(() -> lookups.find(use.lookup()));
    if (lookup.isEmpty()) {
      problems.error(use.at(), lookups.missing(use.lookup()));
      return;
    }
    List<String> needed = lookup.get().source().dependsOn();
    boolean known = true;
    Map<String, String> sent = new LinkedHashMap<>();
    for (Map.Entry<String, Located<String>> entry : use.optionsParams().entrySet()) {
      known &= isParam(param, entry.getValue());
      warnOfUnused(use, entry.getKey(), entry.getValue().at(), needed);
      sent.put(entry.getKey(), entry.getValue().value());
    }
    for (String name : needed) {
      known &= sent.containsKey(name) || isGiven(param, use, name);
      sent.putIfAbsent(name, "$" + name);
    }
    if (known) {
      links.put(param, new LookupUse(use.lookup(), sent));
    }
  }

  /** {@code $x} is the value of another param; anything else is a text. */
  private boolean isParam(String param, Located<String> value) {
    if (!value.value().startsWith("$")) {
      return true;
    }
    String name = value.value().substring(1);
    boolean known = !name.equals(param) && wiring.params().contains(name);
    if (!known) {
      Set<String> others = new HashSet<>(wiring.params());
      others.remove(param);
      problems.error(
          value.at(),
          name.equals(param)
              ? "\"%s\" is the param itself; its options can depend on other params only"
                  .formatted(value.value())
              : "\"%s\" names no param of this widget%s"
                  .formatted(value.value(), NearMiss.hint(name, others)));
    }
    return known;
  }

  private void warnOfUnused(Use use, String name, SourceLocation at, List<String> needed) {
    if (!needed.contains(name)) {
      problems.warning(
          at,
          "lookup \"%s\" has no use for \"%s\"%s"
              .formatted(use.lookup(), name, NearMiss.hint(name, needed)));
    }
  }

  private boolean isGiven(String param, Use use, String name) {
    boolean given = !name.equals(param) && wiring.params().contains(name);
    if (!given) {
      problems.error(
          use.at(),
          "lookup \"%s\" depends on :%s, and this widget has no other param of that name; add one,"
                  .formatted(use.lookup(), name)
              + " or say what to send, such as optionsParams: { %s: text }".formatted(name));
    }
    return given;
  }

  /** A declared param feeds the SQL, a lookup or a cell click, or it is a mistake. */
  private void refuseUnused() {
    Set<String> used = new HashSet<>(wiring.placeholders());
    used.addAll(wiring.clicked());
    links.values().forEach(link -> used.addAll(references(link)));
    wiring
        .declared()
        .forEach(
            (name, at) -> {
              if (!used.contains(name)) {
                problems.error(at, unused(name));
              }
            });
  }

  private static List<String> references(LookupUse link) {
    return link.optionsParams().values().stream()
        .filter(value -> value.startsWith("$"))
        .map(value -> value.substring(1))
        .toList();
  }

  private String unused(String name) {
    Set<String> placeholders = wiring.placeholders();
    String near = NearMiss.hint(name, placeholders);
    String there =
        placeholders.isEmpty()
            ? "; the SQL has no placeholders"
            : "; placeholders are "
                + NearMiss.listed(placeholders.stream().map(other -> ":" + other).toList());
    return "param \"%s\" has no placeholder :%s in the SQL, and nothing else uses it%s"
        .formatted(name, name, near.isEmpty() ? there : near);
  }

  private void refuseCircles() {
    Map<String, List<String>> parents = new HashMap<>();
    links.forEach((param, link) -> parents.put(param, references(link)));
    for (String param : links.keySet()) {
      List<String> circle = new ArrayList<>();
      if (leadsTo(param, param, parents, circle, new HashSet<>())) {
        problems.error(
            Objects.requireNonNull(wiring.uses().get(param)).at(),
            "the options of \"%s\" depend on \"%s\"; break the circle"
                .formatted(param, String.join("\", which depends on \"", circle)));
      }
    }
  }

  /** Looks for a way back, each param once, and leaves it in {@code way}. */
  private static boolean leadsTo(
      String from,
      String target,
      Map<String, List<String>> parents,
      List<String> way,
      Set<String> seen) {
    for (String parent : parents.getOrDefault(from, List.of())) {
      way.add(parent);
      if (parent.equals(target)
          || (seen.add(parent) && leadsTo(parent, target, parents, way, seen))) {
        return true;
      }
      way.removeLast();
    }
    return false;
  }
}

package org.sqlwidgets.definition;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;

/** All lookups by name, and why others are not there. */
final class LookupIndex {
  private final Map<String, Lookup> lookups = new TreeMap<>();
  private final Map<String, SourceLocation> first = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  /** Takes lookups; a name that is defined twice is served by nobody (widget-file §5). */
  void addAll(List<Lookup> added, Problems problems) {
    added.forEach(lookup -> add(lookup, problems));
  }

  private void add(Lookup lookup, Problems problems) {
    String name = lookup.name();
    SourceLocation other = first.putIfAbsent(name, lookup.definedAt());
    if (other == null) {
      lookups.put(name, lookup);
      return;
    }
    lookups.remove(name);
    refused.put(name, "is defined twice, in %s and in %s".formatted(other, lookup.definedAt()));
    problems.error(
        lookup.definedAt(),
        "lookup \"%s\" is also defined in %s; rename one of them, until then neither is served"
            .formatted(name, other));
  }

  /** Notes why a lookup is not there, as the end of a sentence that begins with its name. */
  void refuse(String name, String why) {
    refused.putIfAbsent(name, why);
  }

  Optional<Lookup> find(String name) {
    return Optional.ofNullable(lookups.get(name));
  }

  /** Why there is no lookup of a name, with what to do. */
  String missing(String name) {
    String why = refused.get(name);
    if (why != null) {
      return "lookup \"%s\" %s".formatted(name, why);
    }
    String near = NearMiss.hint(name, lookups.keySet());
    String remedy =
        LookupCompiler.isName(name)
            ? "; make a file lookups/" + name + ".sql, or a row in sql_widgets.lookup"
            : "";
    return "there is no lookup \"%s\"%s".formatted(name, near.isEmpty() ? remedy : near);
  }

  /** All that can be served. */
  Map<String, Lookup> served() {
    return Collections.unmodifiableMap(lookups);
  }
}

package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.ActionSettings.OptionsNow;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Option;

/**
 * Fills the dropdowns of forms from lookups, as they are when the form is published.
 *
 * <p>The client asks for no options in a form (contract §3.7).
 */
final class FormOptions {
  private static final int MOST_OPTIONS = 1000;

  private final LookupIndex lookups;
  private final OptionsNow now;
  private final Problems problems;

  FormOptions(LookupIndex lookups, OptionsNow now, Problems problems) {
    this.lookups = lookups;
    this.now = now;
    this.problems = problems;
  }

  /** Makes an input one of type text, with the options of its lookup if it has one. */
  void fill(Map<String, Object> input, Optional<Located<String>> lookup) {
    if (lookup.isEmpty()) {
      return;
    }
    input.put("type", "text");
    List<Map<String, Object>> options = options(lookup.get(), input.containsKey("multiSelect"));
    if (options.isEmpty()) {
      input.remove("multiSelect");
      return;
    }
    input.put("options", options);
    Set<Object> values = new HashSet<>();
    options.forEach(option -> values.add(String.valueOf(option.get("value"))));
    if (!values.contains(input.get("value"))) {
      input.remove("value");
    }
  }

  private List<Map<String, Object>> options(Located<String> name, boolean several) {
    Optional<Lookup> lookup = lookups.find(name.value());
    if (lookup.isEmpty()) {
      problems.error(name.at(), lookups.missing(name.value()));
      return List.of();
    }
    List<String> needed = lookup.get().source().dependsOn();
    if (!needed.isEmpty()) {
      problems.error(
          name.at(),
          "lookup \"%s\" depends on :%s, and the options of a form are fixed when it is published; use a lookup without placeholders"
              .formatted(name.value(), String.join(", :", needed)));
      return List.of();
    }
    try {
      return published(now.of(lookup.get()), several);
    } catch (QueryFailedException e) {
      problems.warning(
          name.at(),
          "lookup \"%s\" could not be read, so the form has a text box in its place: %s"
              .formatted(name.value(), e.getMessage()));
      return List.of();
    }
  }

  /** Values once, and none that several of could not travel (rules R14, R17). */
  private static List<Map<String, Object>> published(List<Option> options, boolean several) {
    List<Map<String, Object>> published = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Option option : options) {
      boolean sendable = !several || !option.value().contains(",");
      if (sendable && published.size() < MOST_OPTIONS && seen.add(option.value())) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("label", option.label());
        keys.put("value", option.value());
        published.add(keys);
      }
    }
    return published;
  }
}

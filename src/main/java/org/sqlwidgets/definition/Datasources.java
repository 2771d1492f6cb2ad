package org.sqlwidgets.definition;

import java.util.Optional;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;

/** Finds the datasource that a header names (widget-file §3). */
final class Datasources {
  private static final String OWNER = "default";

  private Datasources() {}

  /** The datasource, {@code widgets} when none is named; empty when it was reported. */
  static Optional<String> find(
      CompilerSettings settings, Optional<Located<String>> named, Problems problems) {
    if (named.isEmpty()) {
      return Optional.of(CompilerSettings.DEFAULT_DATASOURCE);
    }
    String name = named.get().value();
    if (settings.datasources().contains(name)) {
      return Optional.of(name);
    }
    problems.error(named.get().at(), message(name, settings));
    return Optional.empty();
  }

  private static String message(String name, CompilerSettings settings) {
    if (name.equals(OWNER)) {
      return "datasource \"default\" owns the product's own tables and runs no widgets; leave the"
          + " key out for \"widgets\", or name another";
    }
    String near = NearMiss.hint(name, settings.datasources());
    return "no datasource \"%s\" is configured%s"
        .formatted(
            name,
            near.isEmpty()
                ? "; there are "
                    + String.join(", ", settings.datasources().stream().sorted().toList())
                : near);
  }
}

package org.sqlwidgets.apps;

import java.util.Locale;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.Problems;

/** The ids that the client makes of the names of apps (rule R30). */
final class AppNames {
  private AppNames() {}

  /** Lower-case, blanks as {@code -}, other signs dropped. */
  static String id(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-").replaceAll("[^a-z0-9-]", "");
  }

  /** Reports a name of which no id can be made. */
  static void refuse(Located<String> name, Problems problems) {
    if (id(name.value()).replace("-", "").isEmpty()) {
      problems.error(
          name.at(),
          "app name \"%s\" has no letter a-z and no digit, of which the client makes the app's id;"
                  .formatted(name.value())
              + " add one");
    }
  }
}

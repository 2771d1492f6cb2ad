package org.sqlwidgets.apps;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.widget.Widget;

/** Finds the widgets that an app names, and says why one is not there. */
final class ServedWidgets {
  private final Snapshot served;
  private final Problems problems;

  ServedWidgets(Snapshot served, Problems problems) {
    this.served = served;
    this.problems = problems;
  }

  /** All widgets of a folder itself, by file name. */
  List<Widget> of(String folder) {
    return served.widgets().stream()
        .filter(widget -> widget.file().lastIndexOf('/') == folder.length())
        .filter(widget -> widget.file().startsWith(folder + "/"))
        .sorted(java.util.Comparator.comparing(Widget::file))
        .toList();
  }

  /** True when there is a widget of this id or former id. */
  boolean isServed(String id) {
    return served.widget(id).isPresent();
  }

  /**
   * The widget of an id or former id; empty when it is not served, which is reported.
   *
   * @param consequence what the app does without it, as the end of a sentence
   */
  Optional<Widget> find(Located<String> id, String consequence) {
    Optional<Widget> widget = served.widget(id.value());
    if (widget.isEmpty()) {
      problems.error(id.at(), missing(id.value(), consequence));
    }
    widget
        .map(found -> found.id().value())
        .filter(present -> !present.equals(id.value()))
        .ifPresent(
            present ->
                problems.warning(
                    id.at(),
                    "widget \"%s\" is called \"%s\" now; write that"
                        .formatted(id.value(), present)));
    return widget;
  }

  private String missing(String id, String consequence) {
    Optional<String> file = brokenFile(id);
    if (file.isPresent()) {
      return "widget \"%s\" has a problem (see %s), so %s".formatted(id, file.get(), consequence);
    }
    String near = NearMiss.hint(id, served.widgets().stream().map(w -> w.id().value()).toList());
    return "there is no widget \"%s\", so %s%s"
        .formatted(id, consequence, near.isEmpty() ? "; is its file there and published?" : near);
  }

  private Optional<String> brokenFile(String id) {
    return served.problems().stream()
        .filter(known -> known.problem().severity() == Problem.Severity.ERROR)
        .map(known -> known.problem().location().file())
        .filter(file -> file.endsWith("/" + id + ".sql"))
        .findFirst();
  }
}

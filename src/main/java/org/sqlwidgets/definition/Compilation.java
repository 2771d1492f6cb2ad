package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/**
 * What a folder and the lookups of the database give together.
 *
 * @param widgets all widgets that are right, by id, in order
 * @param stale the ids of those that are the last good version of a file that broke
 * @param formerIds the present id for each former one
 * @param lookups all lookups that are right, by name
 * @param actions all actions that may be run, by name
 * @param sources the files as they were read, in order; those of apps are not compiled yet
 * @param problems everything that was found, in order
 * @param unsettled true when something must be tried again: the database could not be asked, or it
 *     may give another answer later
 * @param files the widget and lookup files, as people know them
 */
public record Compilation(
    Map<WidgetId, Widget> widgets,
    List<WidgetId> stale,
    Map<WidgetId, WidgetId> formerIds,
    Map<String, Lookup> lookups,
    Map<String, Action> actions,
    List<SourceFile> sources,
    List<Problem> problems,
    boolean unsettled,
    List<String> files) {

  /** Nothing at all. */
  public static final Compilation EMPTY =
      new Compilation(
          Map.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), false,
          List.of());

  /** Copies the lists; the maps are expected to be unmodifiable and ordered. */
  public Compilation {
    stale = List.copyOf(stale);
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
    files = List.copyOf(files);
  }

  /** The files of apps, not compiled yet. */
  public List<SourceFile> apps() {
    return sources.stream()
        .filter(file -> file.kind() == Kind.APP || file.kind() == Kind.EXPORTED_APPS)
        .toList();
  }
}

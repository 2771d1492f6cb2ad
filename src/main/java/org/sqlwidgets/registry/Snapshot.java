package org.sqlwidgets.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/**
 * Everything that is served from one moment to the next; immutable.
 *
 * @param version counts the snapshots since the start, from 1
 * @param compilation the widgets, lookups and files of apps
 * @param problems the problems with the moment since when they are there
 */
public record Snapshot(long version, Compilation compilation, List<KnownProblem> problems) {

  /** Before the files were read for the first time. */
  public static final Snapshot NONE = new Snapshot(0, Compilation.EMPTY, List.of());

  /**
   * A problem and since when it is there.
   *
   * @param problem what is wrong
   * @param since when it was first seen
   */
  public record KnownProblem(Problem problem, Instant since) {}

  /** Copies the list. */
  public Snapshot {
    problems = List.copyOf(problems);
  }

  /**
   * The same with some widgets only, and with what these need: lookups, actions, files, problems.
   *
   * @param widget whether a widget of this id, in this folder, belongs to it
   * @param folder whether all files of a folder belong to it
   */
  public Snapshot part(BiPredicate<String, String> widget, Predicate<String> folder) {
    return new PartOfSnapshot(this, widget, folder).snapshot();
  }

  /** All widgets that are served, by id. */
  public Collection<Widget> widgets() {
    return compilation.widgets().values();
  }

  /** The widget of an id, or of one of its former ids. */
  public Optional<Widget> widget(String id) {
    if (!WidgetId.isValid(id)) {
      return Optional.empty();
    }
    WidgetId asked = new WidgetId(id);
    WidgetId present = compilation.formerIds().getOrDefault(asked, asked);
    return Optional.ofNullable(compilation.widgets().get(present));
  }

  /** All lookups that are served, by name. */
  public Map<String, Lookup> lookups() {
    return compilation.lookups();
  }

  /**
   * The present name for each former one of a lookup that stands in a widget's header: dashboards
   * know the address that it had with the widget's former id.
   */
  public Map<String, String> formerLookups() {
    Map<String, String> names = new TreeMap<>();
    compilation
        .formerIds()
        .forEach(
            (former, present) ->
                lookups().keySet().stream()
                    .filter(name -> name.startsWith(present + "."))
                    .forEach(
                        name ->
                            names.put(former + name.substring(present.value().length()), name)));
    return names;
  }

  /** Whether this very query feeds a widget or a lookup. */
  @SuppressWarnings("ReferenceEquality") // the same text described anew is another query
  boolean serves(Query query) {
    return widgets().stream().flatMap(widget -> widget.query().stream()).anyMatch(q -> q == query)
        || compilation.lookups().values().stream()
            .anyMatch(
                lookup ->
                    lookup.source() instanceof QueryOptions options && options.query() == query);
  }

  /** True when a param that takes several values feeds on a lookup; those travel comma-joined. */
  public boolean isMultiSelect(String lookup) {
    return widgets().stream()
        .flatMap(widget -> widget.params().stream())
        .filter(Param::multi)
        .flatMap(param -> param.lookup().stream())
        .anyMatch(use -> use.lookup().equals(lookup));
  }

  /** The action of a name. */
  public Optional<Action> action(String name) {
    return Optional.ofNullable(compilation.actions().get(name));
  }

  /** The files that describe apps. */
  public List<SourceFile> apps() {
    return compilation.apps();
  }

  /** All files that were looked at, as people know them. */
  public Set<String> files() {
    Set<String> files = new TreeSet<>(compilation.files());
    apps().forEach(app -> files.add(app.display()));
    return files;
  }

  /** How many of the problems keep a file from being served as it is. */
  public long errors() {
    return problems.stream()
        .filter(known -> known.problem().severity() == Problem.Severity.ERROR)
        .count();
  }
}

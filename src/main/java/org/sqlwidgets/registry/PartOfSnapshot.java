package org.sqlwidgets.registry;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/** Cuts a snapshot down to some widgets, and to what these need. */
final class PartOfSnapshot {
  private final Snapshot whole;
  private final Map<String, String> folders;
  private final Predicate<String> folder;
  private final Map<WidgetId, Widget> widgets;

  /**
   * The part with these widgets.
   *
   * @param widget whether a widget of this id, in this folder, belongs to it
   * @param folder whether all files of a folder belong to it
   */
  PartOfSnapshot(Snapshot whole, BiPredicate<String, String> widget, Predicate<String> folder) {
    this.whole = whole;
    this.folder = folder;
    this.folders =
        whole.compilation().sources().stream()
            .collect(Collectors.toMap(SourceFile::display, SourceFile::folder, (a, b) -> a));
    this.widgets =
        some(
            whole.compilation().widgets(),
            one -> widget.test(one.id().value(), folders.getOrDefault(one.file(), "")));
  }

  /** Keeps the order. */
  private static <K, V> Map<K, V> some(Map<K, V> all, Predicate<V> wanted) {
    Map<K, V> some = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (wanted.test(value)) {
            some.put(key, value);
          }
        });
    return Collections.unmodifiableMap(some);
  }

  Snapshot snapshot() {
    Compilation all = whole.compilation();
    Set<String> used = usedLookups();
    Map<String, Lookup> lookups = some(all.lookups(), lookup -> used.contains(lookup.name()));
    Set<String> submitted = submittedActions();
    Map<String, Action> actions = some(all.actions(), action -> submitted.contains(action.name()));
    Set<String> files = files(lookups, actions);
    return new Snapshot(
        whole.version(),
        new Compilation(
            widgets,
            all.stale().stream().filter(widgets::containsKey).toList(),
            some(all.formerIds(), widgets::containsKey),
            lookups,
            actions,
            all.sources().stream().filter(file -> files.contains(file.display())).toList(),
            all.problems().stream()
                .filter(problem -> files.contains(problem.location().file()))
                .toList(),
            all.unsettled(),
            all.files().stream().filter(files::contains).toList()),
        whole.problems().stream()
            .filter(known -> files.contains(known.problem().location().file()))
            .toList());
  }

  private Set<String> usedLookups() {
    return widgets.values().stream()
        .flatMap(widget -> widget.params().stream())
        .flatMap(param -> param.lookup().stream())
        .map(LookupUse::lookup)
        .collect(Collectors.toSet());
  }

  private Set<String> submittedActions() {
    return widgets.values().stream()
        .flatMap(widget -> widget.form().stream())
        .map(form -> form.action())
        .collect(Collectors.toSet());
  }

  /** The files of what is kept, and all files of whole folders, those with problems too. */
  private Set<String> files(Map<String, Lookup> lookups, Map<String, Action> actions) {
    Set<String> files = new HashSet<>();
    widgets.values().forEach(widget -> files.add(widget.file()));
    lookups.values().forEach(lookup -> files.add(lookup.definedAt().file()));
    actions.values().forEach(action -> files.add(action.file()));
    folders.forEach(
        (file, place) -> {
          if (folder.test(place)) {
            files.add(file);
          }
        });
    return files;
  }
}

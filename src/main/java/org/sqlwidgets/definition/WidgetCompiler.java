package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/**
 * Turns the files of a folder into widgets and lookups, or into problems; all of them at once.
 *
 * <p>Remembers what each file gave, so that only changed files are compiled again, and the last
 * good version of a file that broke. Not thread-safe: one caller at a time.
 */
public final class WidgetCompiler {
  private final FileCompiler fileCompiler;
  private final StoredLookupCompiler storedLookups;
  private final Map<String, Remembered> memory = new HashMap<>();
  private final Map<WidgetId, Widget> lastLinked = new HashMap<>();

  /**
   * A compiler with an empty memory.
   *
   * @param describer empty = offline: only what needs no database is checked
   */
  public WidgetCompiler(CompilerSettings settings, Optional<StatementDescriber> describer) {
    this.fileCompiler = new FileCompiler(settings, describer);
    this.storedLookups = new StoredLookupCompiler(settings, describer);
  }

  /**
   * What a file gave when it was last compiled.
   *
   * @param file the file as it was
   * @param compiled the result
   * @param lastGood the last result without errors
   */
  private record Remembered(SourceFile file, Compiled compiled, @Nullable Compiled lastGood) {}

  /** Compiles what has changed and links everything anew. */
  public Compilation compile(List<SourceFile> files, DatabaseLookups stored) {
    Set<String> paths = new HashSet<>();
    files.forEach(file -> paths.add(file.path()));
    memory.keySet().retainAll(paths);
    List<SourceFile> sources =
        files.stream().filter(f -> f.kind() == Kind.WIDGET || f.kind() == Kind.LOOKUP).toList();
    sources.forEach(this::remember);
    return link(sources, files, stored);
  }

  private void remember(SourceFile file) {
    Remembered before = memory.get(file.path());
    if (before != null && before.compiled().settled() && before.file().equals(file)) {
      return;
    }
    Compiled compiled = fileCompiler.compile(file);
    boolean good = WidgetAssembler.isServable(compiled.problems());
    Compiled lastGood = good ? compiled : before == null ? null : before.lastGood();
    memory.put(file.path(), new Remembered(file, compiled, lastGood));
  }

  private Compilation link(
      List<SourceFile> sources, List<SourceFile> files, DatabaseLookups stored) {
    Problems problems = new Problems();
    List<Draft> drafts = new ArrayList<>();
    List<Lookup> lookups = new ArrayList<>();
    Set<String> stale = new HashSet<>();
    for (SourceFile file : sources) {
      Remembered remembered = memory.get(file.path());
      if (remembered == null) {
        continue;
      }
      problems.addAll(remembered.compiled().problems());
      Compiled serving = remembered.lastGood();
      if (serving != null) {
        serving.draft().ifPresent(drafts::add);
        serving.lookup().ifPresent(lookups::add);
        if (!WidgetAssembler.isServable(remembered.compiled().problems())) {
          stale.add(file.display());
        }
      }
    }
    lookups.addAll(storedLookups.compile(stored, problems));
    drafts.forEach(draft -> lookups.addAll(draft.inline()));
    Map<String, Lookup> byName = unique(lookups, problems);
    return compilation(uniqueIds(drafts, problems), byName, stale, files, sources.size(), problems);
  }

  private Compilation compilation(
      List<Draft> drafts,
      Map<String, Lookup> lookups,
      Set<String> staleFiles,
      List<SourceFile> files,
      int count,
      Problems problems) {
    Map<WidgetId, Widget> widgets = new TreeMap<>();
    List<WidgetId> stale = new ArrayList<>();
    Linker linker = new Linker(lookups, problems);
    for (Draft draft : drafts) {
      Optional<Widget> linked = linker.link(draft);
      WidgetId id = draft.widget().id();
      Widget serving = linked.orElse(lastLinked.get(id));
      if (serving != null && draft.publish()) {
        widgets.put(id, serving);
        if (linked.isEmpty() || staleFiles.contains(serving.file())) {
          stale.add(id);
        }
      }
    }
    lastLinked.clear();
    lastLinked.putAll(widgets);
    return new Compilation(
        Collections.unmodifiableMap(widgets),
        stale,
        formerIds(drafts, widgets, problems),
        lookups,
        files.stream().filter(f -> f.kind() == Kind.APP || f.kind() == Kind.EXPORTED_APPS).toList(),
        problems.list(),
        storedLookups.isUnsettled()
            || memory.values().stream().anyMatch(r -> !r.compiled().settled()),
        count);
  }

  /** A name that is defined twice is served by nobody; one problem names both places. */
  private static Map<String, Lookup> unique(List<Lookup> lookups, Problems problems) {
    Map<String, Lookup> unique = new TreeMap<>();
    Map<String, Lookup> first = new HashMap<>();
    for (Lookup lookup : lookups) {
      Lookup other = first.putIfAbsent(lookup.name(), lookup);
      if (other == null) {
        unique.put(lookup.name(), lookup);
      } else {
        unique.remove(lookup.name());
        problems.error(lookup.definedAt(), twice("lookup", lookup.name(), other.definedAt()));
      }
    }
    return Collections.unmodifiableMap(unique);
  }

  private static List<Draft> uniqueIds(List<Draft> drafts, Problems problems) {
    Map<WidgetId, Draft> first = new HashMap<>();
    Set<WidgetId> clashing = new HashSet<>();
    for (Draft draft : drafts) {
      WidgetId id = draft.widget().id();
      Draft other = first.putIfAbsent(id, draft);
      if (other != null) {
        clashing.add(id);
        problems.error(draft.idAt(), twice("widget id", id.value(), other.idAt()));
      }
    }
    return drafts.stream().filter(draft -> !clashing.contains(draft.widget().id())).toList();
  }

  private static String twice(String what, String name, SourceLocation other) {
    return "%s \"%s\" is also defined in %s; rename one of them, until then neither is served"
        .formatted(what, name, other);
  }

  private static Map<WidgetId, WidgetId> formerIds(
      List<Draft> drafts, Map<WidgetId, Widget> widgets, Problems problems) {
    Map<WidgetId, WidgetId> formerIds = new TreeMap<>();
    for (Draft draft : drafts) {
      for (Located<String> former : draft.formerIds()) {
        if (!WidgetId.isValid(former.value())) {
          problems.error(
              former.at(), "former id \"%s\" was never a widget id".formatted(former.value()));
          continue;
        }
        WidgetId id = new WidgetId(former.value());
        if (widgets.containsKey(id) || formerIds.putIfAbsent(id, draft.widget().id()) != null) {
          problems.error(
              former.at(),
              "former id \"%s\" is in use by another widget".formatted(former.value()));
        }
      }
    }
    return Collections.unmodifiableMap(formerIds);
  }
}

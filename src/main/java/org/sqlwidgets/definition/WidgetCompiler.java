package org.sqlwidgets.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.FileMemory.Remembered;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/**
 * Turns the files of a folder into widgets and lookups, or into problems; all of them at once.
 *
 * <p>Remembers what each file gave, so that only changed files are compiled again, and the last
 * good version of what broke. Not thread-safe: one caller at a time.
 */
public final class WidgetCompiler {
  private static final Set<Kind> COMPILED = EnumSet.of(Kind.WIDGET, Kind.LOOKUP, Kind.ACTION);

  private final CompilerSettings settings;
  private final FileMemory memory;
  private final StoredLookupCompiler storedLookups;
  private final Map<WidgetId, Widget> lastLinked = new HashMap<>();

  /**
   * A compiler with an empty memory.
   *
   * @param describer empty = offline: only what needs no database is checked
   */
  public WidgetCompiler(CompilerSettings settings, Optional<StatementDescriber> describer) {
    this.settings = settings;
    this.memory = new FileMemory(new FileCompiler(settings, describer));
    this.storedLookups = new StoredLookupCompiler(settings, describer);
  }

  /** Has everything compiled anew next time; what is good now stays the last good version. */
  public void forget() {
    memory.forget();
    storedLookups.forget();
  }

  /** What is wrong may be right once the database has changed. */
  private static boolean isUnsettled(Remembered file) {
    return !file.compiled().settled() || !file.compiled().isGood();
  }

  /** Compiles what has changed and links everything anew. */
  public Compilation compile(List<SourceFile> files, DatabaseLookups stored) {
    Problems problems = new Problems();
    List<Remembered> compiled =
        memory.compile(files.stream().filter(file -> COMPILED.contains(file.kind())).toList());
    compiled.forEach(file -> problems.addAll(file.compiled().problems()));
    Assembly assembly = new Assembly(settings, compiled, problems);
    assembly.addLookups(storedLookups.compile(stored, problems), storedLookups.refused());
    assembly.addActions();
    assembly.link(Map.copyOf(lastLinked));
    lastLinked.clear();
    lastLinked.putAll(assembly.widgets());
    return new Compilation(
        assembly.widgets(),
        assembly.stale(),
        assembly.formerIds(),
        assembly.lookups(),
        assembly.actions(),
        files,
        problems.list(),
        storedLookups.isUnsettled() || compiled.stream().anyMatch(WidgetCompiler::isUnsettled),
        compiled.stream().map(file -> file.file().display()).toList());
  }
}

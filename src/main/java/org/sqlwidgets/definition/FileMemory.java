package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what each file gave, so that only changed files are compiled again, and the last good
 * version of a file that broke.
 */
final class FileMemory {
  /** What a file names may be made in the database after the file was written. */
  private static final Duration SECOND_TRY = Duration.ofSeconds(2);

  private final FileCompiler compiler;
  private final Map<String, Remembered> byPath = new HashMap<>();
  private final Set<String> outdated = new HashSet<>();

  FileMemory(FileCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What a file gave when it was last compiled.
   *
   * @param file the file as it was
   * @param compiled the result
   * @param lastGood the last result without errors; null when there was none yet
   * @param at the {@link System#nanoTime} of that
   */
  record Remembered(SourceFile file, Compiled compiled, @Nullable Compiled lastGood, long at) {

    /** True when an older version is served. */
    boolean isStale() {
      return lastGood != null && !compiled.isGood();
    }
  }

  /** Has every file compiled anew next time. */
  void forget() {
    outdated.addAll(byPath.keySet());
  }

  /** What these files give, in their order; all others are forgotten. */
  List<Remembered> compile(List<SourceFile> files) {
    Set<String> paths = files.stream().map(SourceFile::path).collect(Collectors.toSet());
    byPath.keySet().retainAll(paths);
    return files.stream().map(this::compile).toList();
  }

  private Remembered compile(SourceFile file) {
    Remembered before = byPath.get(file.path());
    boolean current = !outdated.remove(file.path());
    if (current && before != null && before.file().equals(file) && isSettled(before)) {
      return before;
    }
    Compiled compiled = compiler.compile(file);
    Compiled lastGood = before == null ? null : before.lastGood();
    Remembered now =
        new Remembered(file, compiled, compiled.isGood() ? compiled : lastGood, System.nanoTime());
    byPath.put(file.path(), now);
    return now;
  }

  private boolean isSettled(Remembered before) {
    return before.compiled().settled()
        && (before.compiled().isGood() || System.nanoTime() - before.at() < SECOND_TRY.toNanos());
  }
}

package org.sqlwidgets.problem;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlwidgets.problem.Problem.Severity;

/** Collects problems while a stage works, so many of each file; not thread-safe. */
public final class Problems {
  /** The most findings of one severity in one file that are kept. */
  static final int MOST = 1000;

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Map<Pile, Integer> counts = new HashMap<>();
  private final Set<Pile> full = new HashSet<>();

  /** What is counted together. */
  private record Pile(String file, Severity severity) {
    static Pile of(Problem problem) {
      return new Pile(problem.location().file(), problem.severity());
    }

    Problem more() {
      return new Problem(
          severity,
          SourceLocation.of(file),
          "more than %d %ss; the others are reported when these are gone"
              .formatted(MOST, severity.word()));
    }
  }

  /** Adds one finding, unless its file has a thousand like it, which is then said instead. */
  public void add(Problem problem) {
    Pile pile = Pile.of(problem);
    int count = counts.getOrDefault(pile, 0);
    if (problem.location().line() == 0 && problem.equals(pile.more())) {
      counts.putIfAbsent(pile, 0);
      sayMore(pile);
    } else if (count < MOST && found.add(problem)) {
      counts.put(pile, count + 1);
    } else if (count >= MOST && !found.contains(problem)) {
      sayMore(pile);
    }
  }

  private void sayMore(Pile pile) {
    if (full.add(pile)) {
      found.add(pile.more());
    }
  }

  /** Adds all findings of another stage. */
  public void addAll(Collection<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Adds a finding for which the file is left out. */
  public void error(SourceLocation location, String message) {
    add(Problem.error(location, message));
  }

  /** Adds a finding with which the file is served all the same. */
  public void warning(SourceLocation location, String message) {
    add(Problem.warning(location, message));
  }

  /** Adds advice. */
  public void hint(SourceLocation location, String message) {
    add(Problem.hint(location, message));
  }

  /** True when at least one finding is an error. */
  public boolean hasErrors() {
    return counts.keySet().stream().anyMatch(pile -> pile.severity() == Severity.ERROR);
  }

  /** All findings without repetition, ordered by place. */
  public List<Problem> list() {
    return found.stream().sorted().toList();
  }
}

package org.sqlwidgets.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects problems while a stage works; not thread-safe. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds one finding. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds all findings of another stage. */
  public void addAll(Collection<Problem> problems) {
    found.addAll(problems);
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
    return found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /** All findings without repetition, ordered by place. */
  public List<Problem> list() {
    return found.stream().distinct().sorted().toList();
  }
}

package org.sqlwidgets.query;

/** Is told of every query that was run, on the thread that ran it; must be quick and not fail. */
@FunctionalInterface
public interface RunObserver {

  /** A run is over, well or not. */
  void ended(EndedRun run);
}

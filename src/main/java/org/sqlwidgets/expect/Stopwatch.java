package org.sqlwidgets.expect;

import java.time.Duration;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.RunProgress;

/** Measures from the connection to the last row, without the wait for the connection. */
final class Stopwatch implements RunProgress {
  private long started;
  private long ended;

  Stopwatch() {}

  /** How long it took; only after the last row. */
  Duration took() {
    return Duration.ofNanos(ended - started);
  }

  @Override
  public void connected() {
    started = System.nanoTime();
  }

  @Override
  public void executing() {}

  @Override
  public Rows executed(Rows rows) {
    return rows;
  }

  @Override
  public void read() {
    ended = System.nanoTime();
  }
}

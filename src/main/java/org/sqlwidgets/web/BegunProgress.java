package org.sqlwidgets.web;

import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.RunProgress;

/**
 * Tells when a run begins, beside what another observer is told.
 *
 * @param watched the other observer
 * @param begun called when there is a connection, before anything is read
 */
record BegunProgress(RunProgress watched, Runnable begun) implements RunProgress {
  @Override
  public void connected() {
    begun.run();
    watched.connected();
  }

  @Override
  public void executing() {
    watched.executing();
  }

  @Override
  public Rows executed(Rows rows) {
    return watched.executed(rows);
  }

  @Override
  public void read() {
    watched.read();
  }
}

package org.sqlwidgets.contract;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes soon, by looking again and again. */
final class Until {
  private Until() {}

  /** Waits until a condition is true, and fails when it does not come true. */
  static void isTrue(Callable<Boolean> condition) {
    if (!within(Duration.ofSeconds(20), condition)) {
      throw new AssertionError("it did not come true");
    }
  }

  /** Whether a condition came true before a time was over. */
  static boolean within(Duration time, Callable<Boolean> condition) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          return false;
        }
        Thread.onSpinWait();
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

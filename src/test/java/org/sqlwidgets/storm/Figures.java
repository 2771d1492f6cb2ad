package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/** Keeps what the tests measure, for {@code docs/reliability.md}. */
final class Figures {
  private static final Path FILE = Path.of("target", "reliability.txt");

  private Figures() {}

  /** Adds a line to the file of figures. */
  static void note(String what, long value, String unit) {
    try {
      Files.writeString(
          FILE,
          what + ": " + value + " " + unit + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds from a moment until something is so. */
  static long until(long since, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(millisSince(since)).as("it comes true").isLessThan(20_000);
      Thread.onSpinWait();
    }
    return millisSince(since);
  }

  static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }
}

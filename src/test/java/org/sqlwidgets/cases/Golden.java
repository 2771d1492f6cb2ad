package org.sqlwidgets.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the expected one in a file; rewrites that file when asked to. */
final class Golden {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /** Fails unless the file holds exactly this text; no file stands for no text. */
  static void assertEquals(Path file, String actual) {
    try {
      String expected = Files.exists(file) ? Files.readString(file) : "";
      if (UPDATE && !actual.equals(expected)) {
        rewrite(file, actual);
      }
      assertThat(actual).as(file.toString()).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewrite(Path file, String actual) throws IOException {
    if (actual.isEmpty()) {
      Files.delete(file);
    } else {
      Files.writeString(file, actual);
    }
    fail("rewritten, look at the difference and run again: " + file);
  }
}

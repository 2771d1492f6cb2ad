package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DriverMessageTest {

  @Test
  void driversException_isPreferredToWhatLiesBelowAndAbove() {
    Throwable thrown =
        new IllegalStateException(
            "pool",
            new SQLException("timed out", new SQLException("to host:1", new IOException("x"))));
    assertThat(DriverMessage.of(thrown)).isEqualTo("to host:1");
  }

  @Test
  void withoutDriver_isTheInnermostCause() {
    assertThat(DriverMessage.of(new IllegalStateException("a", new IOException("b"))))
        .isEqualTo("b");
  }

  @Test
  void lines_areJoinedAndTheStatementIsLeftOut() {
    assertThat(
            DriverMessage.of(
                new SQLException("Table \"t\" not found; SQL statement:\nSELECT secret [42102]")))
        .isEqualTo("Table \"t\" not found");
    assertThat(DriverMessage.of(new IOException("first.\n\n  second.")))
        .isEqualTo("first.; second");
  }
}

package org.sqlwidgets.contract;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder and a database in memory for each test. */
abstract class H2PerTest {
  @TempDir private Path folder;

  private final TestedDatabase database = new H2Memory();
  private Connection kept;

  /** A database in memory is gone when nobody is connected. */
  @BeforeEach
  void connect() throws SQLException {
    kept = database.asOwner();
  }

  @AfterEach
  void disconnect() throws SQLException {
    kept.close();
  }

  Path folder() {
    return folder;
  }

  TestedDatabase database() {
    return database;
  }
}

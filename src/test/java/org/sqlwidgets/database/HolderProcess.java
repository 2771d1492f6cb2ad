package org.sqlwidgets.database;

import java.util.Map;

/** A process of its own that holds an embedded database until its input ends. */
final class HolderProcess {
  static final String OPEN = "open";

  private HolderProcess() {}

  /** Opens the address, says so, and closes it when told. */
  public static void main(String[] args) throws Exception {
    Databases databases = TestDatabases.open(Map.of("datasources.default.url", args[0]), false);
    databases.answersAt("http://127.0.0.1:7779");
    System.out.println(OPEN);
    while (System.in.read() >= 0) {
      // waits for the end of the input
    }
    databases.close();
  }
}

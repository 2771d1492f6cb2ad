package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Hostile values on every path that takes input, on one database: each is only a value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileInput
    implements HostileReads, HostileLists, HostileDocuments, HostileWrites, HostileNames {
  private final TestedDatabase database;
  private final List<HostileValue> values = HostileValue.all();
  private Connection kept;
  private FormServer server;
  private HostileClient client;
  private List<String> before;

  HostileInput(TestedDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    kept = database.asOwner();
    server = FormServer.start(folder, database, Map.of());
    client = new HostileClient(server.http().port());
    database.execute(
        "CREATE TABLE victim (id integer, name varchar(50))",
        "INSERT INTO victim VALUES (1, 'one')",
        "CREATE SEQUENCE counter",
        "CREATE TABLE hostile_row (id integer, name varchar(9000))",
        "CREATE TABLE hostile_form (id integer, name varchar(9000))",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON hostile_form TO " + FormServer.WRITER);
    if (database.dialect() == org.sqlwidgets.sql.SqlDialect.POSTGRESQL) {
      database.execute("GRANT SELECT ON victim, hostile_row TO sql_widgets_reader");
    }
    fill();
    HostileFiles.FILES.forEach((path, text) -> server.write(path, text));
    assertThat(server.problems()).isEmpty();
  }

  /** A row for each value that can be one; its number is that of the value. */
  private void fill() throws SQLException {
    try (PreparedStatement insert =
        kept.prepareStatement("INSERT INTO hostile_row VALUES (?, ?)")) {
      for (int id = 0; id < values.size(); id++) {
        if (values.get(id).isText()) {
          insert.setInt(1, id);
          insert.setString(2, values.get(id).value());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  @AfterAll
  void stop() throws SQLException {
    client.close();
    server.close();
    kept.close();
  }

  @BeforeEach
  void remember() {
    before = state();
  }

  @AfterEach
  void nothingElse_hasChanged() {
    assertThat(state()).isEqualTo(before);
    assertThat(client.get("/widgets/equal?v=one").status()).isEqualTo(200);
  }

  /** Tables with their number of rows, sequences, locks and settings. */
  private List<String> state() {
    return database.texts(
        "SELECT concat('victim ', count(*), ' ', max(name)) FROM victim"
            + " UNION ALL SELECT concat('rows ', count(*)) FROM hostile_row"
            + " UNION ALL SELECT concat('table ', table_schema, '.', table_name) FROM"
            + " information_schema.tables WHERE table_schema NOT IN ('information_schema',"
            + " 'pg_catalog')"
            + database.pick(
                " UNION ALL SELECT concat('counter ', base_value) FROM"
                    + " information_schema.sequences WHERE sequence_name = 'counter'"
                    + " UNION ALL SELECT concat('setting ', setting_name, setting_value) FROM"
                    + " information_schema.settings WHERE setting_name LIKE 'MODE%'"
                    + " UNION ALL SELECT concat('alias ', routine_name) FROM"
                    + " information_schema.routines",
                " UNION ALL SELECT concat('counter ', last_value, is_called) FROM counter"
                    + " UNION ALL SELECT concat('lock ', count(*)) FROM pg_locks WHERE locktype ="
                    + " 'advisory'"
                    + " UNION ALL SELECT concat('setting ', name, setting) FROM pg_settings WHERE"
                    + " source = 'database'"
                    + " UNION ALL SELECT concat('large objects ', count(*)) FROM"
                    + " pg_largeobject_metadata")
            + " ORDER BY 1");
  }

  @Override
  public List<HostileValue> values() {
    return values;
  }

  @Override
  public HostileClient client() {
    return client;
  }

  @Override
  public FormServer server() {
    return server;
  }

  @Override
  public TestedDatabase database() {
    return database;
  }

  /** The numbers of the rows that a comparison in plain Java finds. */
  @Override
  public List<Integer> rowsLike(java.util.function.Predicate<HostileValue> wanted) {
    return IntStream.range(0, values.size())
        .filter(id -> values.get(id).isText() && wanted.test(values.get(id)))
        .boxed()
        .toList();
  }
}

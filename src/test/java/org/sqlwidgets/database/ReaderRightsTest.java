package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderRightsTest extends ReaderRightsContract {

  @Override
  Databases open() {
    return TestDatabases.inMemory(false);
  }

  @Override
  Connection plainReader() throws SQLException {
    HikariDataSource pool = (HikariDataSource) databases.reader("widgets");
    return DriverManager.getConnection(
        pool.getJdbcUrl(),
        pool.getCredentials().getUsername(),
        pool.getCredentials().getPassword());
  }

  @Override
  List<String> furtherRefused() {
    return List.of(
        "GRANT INSERT ON stock TO sql_widgets_reader",
        // files
        "SELECT * FROM CSVREAD('pom.xml')",
        "SELECT FILE_READ('pom.xml')",
        "SELECT FILE_WRITE('x', 'target/written.txt')",
        "CALL CSVWRITE('target/written.csv', 'SELECT 1')",
        "SCRIPT",
        "SCRIPT TO 'target/written.sql'",
        "BACKUP TO 'target/written.zip'",
        "RUNSCRIPT FROM 'db/migration/V1__lookups.sql'",
        "CREATE LINKED TABLE mine ('', 'jdbc:h2:mem:', '', '', 'x')",
        "CREATE ALIAS mine AS 'int f() { return 1; }'",
        "CREATE TRIGGER mine BEFORE INSERT ON stock CALL 'x'",
        // the database itself
        "SHUTDOWN",
        "SHUTDOWN IMMEDIATELY",
        "CHECKPOINT",
        "CHECKPOINT SYNC",
        "ANALYZE",
        "DROP ALL OBJECTS",
        // settings of everybody
        "SET MODE Oracle",
        "SET EXCLUSIVE 1",
        "SET LOCK_MODE 0",
        "SET CACHE_SIZE 1",
        "SET MAX_MEMORY_ROWS 1",
        "SET WRITE_DELAY 1",
        "SET DEFAULT_LOCK_TIMEOUT 1",
        "SET DEFAULT_NULL_ORDERING LOW",
        "SET DB_CLOSE_DELAY 5",
        "SET TRACE_LEVEL_FILE 3",
        "SET ALLOW_LITERALS NONE",
        "SET IGNORECASE TRUE",
        "SET REFERENTIAL_INTEGRITY FALSE",
        "SET COLLATION English",
        // users and other sessions
        "CREATE USER mine PASSWORD 'x'",
        "ALTER USER sa SET PASSWORD 'x'",
        "ALTER USER sql_widgets_reader ADMIN TRUE",
        "ALTER USER sql_widgets_reader RENAME TO other",
        "DROP USER sa",
        "SELECT ABORT_SESSION(1)",
        "SELECT CANCEL_SESSION(1)",
        "CREATE GLOBAL TEMPORARY TABLE mine (i integer)");
  }

  @Test
  void writtenFiles_areNotThere() {
    assertThat(List.of("written.txt", "written.csv", "written.sql", "written.zip"))
        .allSatisfy(name -> assertThat(Files.exists(Path.of("target", name))).isFalse());
  }

  @Test
  void reader_isNoAdmin() throws SQLException {
    assertThat(
            TestDatabases.read(
                databases,
                "SELECT is_admin FROM information_schema.users WHERE user_name = current_user"))
        .containsExactly("FALSE");
  }

  @Test
  void nulls_comeLastAsOnPostgresql() throws SQLException {
    assertThat(
            TestDatabases.read(
                databases, "SELECT value FROM (VALUES (1), (NULL), (0)) AS v (value) ORDER BY 1"))
        .containsExactly("0", "1", "null");
  }
}

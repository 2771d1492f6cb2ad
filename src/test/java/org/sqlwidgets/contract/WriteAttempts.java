package org.sqlwidgets.contract;

import java.util.List;
import java.util.stream.Stream;

/** Statements and values by which somebody might try to change something through a widget. */
final class WriteAttempts {
  private WriteAttempts() {}

  /** Statements for both databases; {@code victim} is a table with one row, {@code grab} writes. */
  static Stream<String> onBoth() {
    return Stream.of(
        "INSERT INTO victim VALUES (2, 'x')",
        "UPDATE victim SET name = 'x'",
        "DELETE FROM victim",
        "TRUNCATE TABLE victim",
        "DROP TABLE victim",
        "CREATE TABLE mine (i integer)",
        "MERGE INTO victim USING (VALUES (1)) AS v(i) ON id = i WHEN MATCHED THEN DELETE",
        "SELECT 1 AS x; DELETE FROM victim",
        "SELECT 1 AS x; COMMIT; DELETE FROM victim; SELECT 2 AS x",
        "SELECT 1 AS x /* */; DELETE FROM victim --",
        "SELECT 1 AS x;;DELETE FROM victim;",
        "WITH gone AS (DELETE FROM victim RETURNING id) SELECT id FROM gone",
        "WITH gone AS (SELECT 1 AS x) DELETE FROM victim",
        "SELECT id FROM FINAL TABLE (INSERT INTO victim VALUES (3, 'x'))",
        "SELECT id FROM OLD TABLE (DELETE FROM victim)",
        "SELECT id INTO mine FROM victim",
        "SELECT id FROM victim FOR UPDATE",
        "SELECT nextval('counter') AS x",
        "SELECT NEXT VALUE FOR counter AS x",
        "(SELECT 1 AS x); DROP TABLE victim",
        "EXPLAIN ANALYZE DELETE FROM victim",
        "COMMIT",
        "ROLLBACK; DELETE FROM victim",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "CALL grab()",
        "SELECT grab() AS x",
        "SELECT id, grab() AS x FROM victim WHERE grab() = 1");
  }

  /** Statements of H2. */
  static List<String> onH2() {
    return List.of(
        "SELECT FILE_WRITE('x', 'target/attempt.txt') AS x",
        "SELECT * FROM CSVREAD('pom.xml')",
        "CALL CSVWRITE('target/attempt.csv', 'SELECT 1')",
        "SELECT ABORT_SESSION(1) AS x",
        "SELECT LINK_SCHEMA('s', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC') AS x",
        "SELECT * FROM LINK_SCHEMA('s', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')",
        "SCRIPT TO 'target/attempt.sql'",
        "SHUTDOWN",
        "SET @mine = 1");
  }

  /** Statements of PostgreSQL. */
  static List<String> onPostgresql() {
    return List.of(
        "SELECT setval('counter', 99) AS x",
        "SELECT set_config('transaction_read_only', 'off', false) AS x",
        "SELECT set_config('session_authorization', 'postgres', false) AS x",
        "SELECT pg_terminate_backend(pid) AS x FROM pg_stat_activity",
        "SELECT pg_cancel_backend(pid) AS x FROM pg_stat_activity",
        "SELECT pg_reload_conf() AS x",
        "SELECT lo_create(0) AS x",
        "SELECT lo_import('/etc/hostname') AS x",
        "SELECT pg_read_file('/etc/hostname') AS x",
        "SELECT pg_ls_dir('.') AS x",
        "SELECT query_to_xml('DELETE FROM victim RETURNING id', true, true, '') AS x",
        "SELECT xpath('/x', query_to_xml('SELECT grab()', true, true, '')) AS x",
        "SELECT pg_advisory_lock(1) AS x",
        "SELECT pg_notify('c', 'x') AS x",
        "SELECT dblink('dbname=postgres', 'SELECT 1') AS x",
        "COPY victim TO PROGRAM 'touch mine'",
        "COPY (SELECT 1) TO '/dev/null'",
        "DO $$ BEGIN DELETE FROM victim; END $$",
        "LOCK TABLE victim",
        "NOTIFY c",
        "PREPARE p AS DELETE FROM victim",
        "SET ROLE postgres",
        "VACUUM victim");
  }

  /** Values that try to leave their place in the statement. */
  static Stream<String> values() {
    return Stream.of(
        "'; DELETE FROM victim; --",
        "one'; DELETE FROM victim; --",
        "\"; DELETE FROM victim; --",
        "one' OR '1'='1",
        "one') OR (1=1",
        "1; DELETE FROM victim",
        "1 OR 1=1",
        "1) UNION SELECT 1 --",
        "$$; DELETE FROM victim; $$",
        "\\'; DELETE FROM victim; --",
        "%27; DELETE FROM victim; --",
        "／*'*／; DELETE FROM victim",
        "ʼ; DELETE FROM victim; --",
        "？",
        ":name",
        "?",
        "{fn now()}",
        "{d '2024-01-01'}",
        "(SELECT grab())",
        "{\"a\": 1}",
        "'||(SELECT grab())||'",
        "E'\\047; DELETE FROM victim; --");
  }
}

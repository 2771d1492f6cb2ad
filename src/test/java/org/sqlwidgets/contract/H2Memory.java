package org.sqlwidgets.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.sqlwidgets.sql.SqlDialect;

/** An H2 database in memory that lives as long as the server that uses it. */
final class H2Memory implements TestedDatabase {
  private final String url =
      "jdbc:h2:mem:contract-"
          + UUID.randomUUID()
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,MONTH,YEAR,DAY,KEY,USER";

  @Override
  public SqlDialect dialect() {
    return SqlDialect.H2;
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("datasources.default.url", url);
  }

  /** The database has to be open already, or be kept open. */
  @Override
  public Map<String, Object> writer(String role) {
    execute("CREATE USER IF NOT EXISTS " + role + " PASSWORD 'writes'");
    return Map.of(
        "datasources." + role + ".url", url,
        "datasources." + role + ".username", role,
        "datasources." + role + ".password", "writes");
  }

  @Override
  public TestedDatabase another() {
    return new H2Memory();
  }

  @Override
  public int runningQueries() {
    return number(
        "SELECT count(*) FROM information_schema.sessions"
            + " WHERE session_id <> session_id() AND executing_statement IS NOT NULL");
  }

  @Override
  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(url, "sa", "");
  }
}

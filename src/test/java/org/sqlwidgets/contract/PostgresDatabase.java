package org.sqlwidgets.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.testing.PostgresServer;

/**
 * A database of the PostgreSQL server that all tests share.
 *
 * <p>The reader's settings ask for what the product must not allow: binary values, another zone.
 */
final class PostgresDatabase implements TestedDatabase {
  private final PostgresServer.Database database = PostgresServer.newDatabase();

  @Override
  public SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.put(
        "datasources.widgets.url",
        database.url() + "?binaryTransfer=true&binaryTransferEnable=INT4,FLOAT8,DATE");
    settings.put("datasources.widgets.connection-init-sql", "SET TIME ZONE 'America/New_York'");
    return settings;
  }

  @Override
  public TestedDatabase another() {
    return new PostgresDatabase();
  }

  @Override
  public Connection asOwner() throws SQLException {
    return database.asOwner();
  }
}

package org.sqlwidgets.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SqlLexerOnH2Test extends SqlLexerContract {
  private static Connection connection;

  @BeforeContainer
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
  }

  @AfterContainer
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.H2;
  }

  @Override
  Connection connection() {
    return connection;
  }
}

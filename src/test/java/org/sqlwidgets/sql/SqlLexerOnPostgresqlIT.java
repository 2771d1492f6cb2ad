package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.postgresql.util.PSQLException;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.testing.PostgresServer;

class SqlLexerOnPostgresqlIT extends SqlLexerContract {
  private static Connection connection;

  @BeforeContainer
  static void connect() throws SQLException {
    connection = PostgresServer.newBareDatabase().asSuperuser();
  }

  @AfterContainer
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Example
  void questionMarkOperators_betweenPlaceholders_workOnTheServer() throws SQLException {
    JdbcSql jdbc =
        parse("SELECT :j::jsonb?'a', :j::jsonb ?:key, '?' /*/ :x ? */, :n::jsonb ?| ARRAY[:key]")
            .toJdbc(Set.of());
    try (PreparedStatement statement = connection.prepareStatement(jdbc.text())) {
      for (int i = 0; i < jdbc.names().size(); i++) {
        statement.setString(i + 1, jdbc.names().get(i).equals("key") ? "a" : "{\"a\": 1}");
      }
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1) && row.getBoolean(2) && row.getBoolean(4)).isTrue();
        assertThat(row.getString(3)).isEqualTo("?");
      }
    }
  }

  @Example
  void errorPosition_leadsToTheWordThatTheAuthorWrote() {
    JdbcSql jdbc =
        parse("-- first\nSELECT '😱', :a::text, :b::jsonb ? 'c' /* why */\n     , nonsense")
            .toJdbc(Set.of());
    PSQLException error =
        catchThrowableOfType(
            PSQLException.class,
            () -> connection.prepareStatement(jdbc.text()).getParameterMetaData());
    int position = error.getServerErrorMessage().getPosition();
    assertThat(jdbc.locate(jdbc.jdbcOffset(position))).isEqualTo(new SourceLocation("t.sql", 3, 8));
  }
}

package org.sqlwidgets.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.sql.SqlDialect;

/** Warns of a reader that is an administrator, for whom a SELECT reads the server's files. */
final class AdministratorWarning {
  private static final Logger LOG = LoggerFactory.getLogger(AdministratorWarning.class);

  private AdministratorWarning() {}

  /** Looks once at the user of a reader's connection; a failure is left to the first query. */
  static void check(String datasource, SqlDialect dialect, Connection connection) {
    try {
      if (isAdministrator(dialect, connection)) {
        LOG.warn(
            "datasource {} works as an administrator, who may read files of the server; use a role"
                + " that may do only what it is for (docs/databases.md)",
            datasource);
      }
    } catch (SQLException e) {
      LOG.debug("datasource {}: rights not known", datasource, e);
    }
  }

  private static boolean isAdministrator(SqlDialect dialect, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question(dialect))) {
      return found.next() && found.getBoolean(1);
    } finally {
      connection.rollback();
    }
  }

  private static String question(SqlDialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user";
      case H2 -> "SELECT is_admin FROM information_schema.users WHERE user_name = current_user";
    };
  }
}

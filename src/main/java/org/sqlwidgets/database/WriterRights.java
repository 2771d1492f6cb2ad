package org.sqlwidgets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.sql.SqlDialect;

/** Gives a role that runs actions its rights on the product's own tables, and no more. */
final class WriterRights {
  private static final Logger LOG = LoggerFactory.getLogger(WriterRights.class);

  private WriterRights() {}

  /** What each role that runs actions needs: a place to note what it did. */
  private static List<String> ofAll(SqlDialect dialect, String role) {
    String note = "GRANT INSERT ON sql_widgets.action_log TO " + role;
    return switch (dialect) {
      case POSTGRESQL -> List.of("GRANT USAGE ON SCHEMA sql_widgets TO " + role, note);
      case H2 -> List.of(note);
    };
  }

  /** What the role of the datasource {@code options} needs besides. */
  static List<String> ofOptions(String role) {
    return List.of(
        "GRANT SELECT ON sql_widgets.lookup TO " + role,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON sql_widgets.lookup_option TO " + role,
        "GRANT INSERT ON sql_widgets.action_log TO " + role);
  }

  /** Grants them at each start: role and tables may have come in any order. */
  static void grant(DataSource owner, DatasourceSettings writer) {
    if (writer.username() == null) {
      return;
    }
    String role = '"' + writer.username().replace("\"", "\"\"") + '"';
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      for (String grant : ofAll(DatabasePlan.dialect(writer), role)) {
        statement.execute(grant);
      }
      if (writer.name().equals(ActionsConfiguration.OPTIONS)) {
        for (String grant : ofOptions(role)) {
          statement.execute(grant);
        }
      }
    } catch (SQLException e) {
      LOG.warn(
          "datasource {}: its role could not be given its rights in the schema sql_widgets: {};"
              + " grant them as docs/databases.md shows",
          writer.name(),
          DriverMessage.of(e));
    }
  }
}

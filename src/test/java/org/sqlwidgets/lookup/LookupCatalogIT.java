package org.sqlwidgets.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.PostgresServer;

class LookupCatalogIT extends LookupCatalogContract {

  private static final int POOL_SIZE = 4;

  private final PostgresServer.Database database = PostgresServer.newDatabase();

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.put("datasources.default.connection-timeout", 1000);
    return settings;
  }

  @Override
  Connection owner() throws SQLException {
    return database.asOwner();
  }

  @Test
  void databaseThatIsDown_isToldAndReadAgainWhenItIsBack() throws SQLException {
    database.execute(
        "ALTER ROLE sql_widgets_owner CONNECTION LIMIT 0",
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'sql_widgets_owner'
        """);
    try {
      assertThatThrownBy(catalog::snapshot)
          .isInstanceOf(LookupsUnavailableException.class)
          .hasMessageStartingWith("cannot read the lookups kept in the database")
          .hasMessageEndingWith("; those read last are kept");
    } finally {
      database.execute("ALTER ROLE sql_widgets_owner CONNECTION LIMIT -1");
    }
    assertThat(firstAnswer()).isEqualTo(DatabaseLookups.NONE);
  }

  /** The pool may hold a broken connection for each that it had; it throws away one per try. */
  private DatabaseLookups firstAnswer() {
    for (int broken = 0; broken < POOL_SIZE; broken++) {
      try {
        return catalog.snapshot();
      } catch (LookupsUnavailableException e) {
        // the next try takes another connection
      }
    }
    return catalog.snapshot();
  }
}

package org.sqlwidgets.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.PostgresServer;

class LookupCatalogIT extends LookupCatalogContract {

  private static final Duration SOON = Duration.ofSeconds(5);

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

  /** The pool looks at a connection only when it was not used for half a second. */
  @Test
  void connectionThatBroke_isReplaced_withoutAnybodyNoticing() {
    assertThat(catalog.snapshot()).isEqualTo(DatabaseLookups.NONE);
    database.execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'sql_widgets_owner'
        """);
    assertThat(catalog.snapshot()).isEqualTo(DatabaseLookups.NONE);
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

  /** A refusal is remembered for a moment, and each broken connection may cost a try. */
  private DatabaseLookups firstAnswer() {
    for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end; ) {
      try {
        return catalog.snapshot();
      } catch (LookupsUnavailableException e) {
        Thread.onSpinWait();
      }
    }
    return catalog.snapshot();
  }
}

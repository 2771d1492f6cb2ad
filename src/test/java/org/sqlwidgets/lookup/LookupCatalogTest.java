package org.sqlwidgets.lookup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookupCatalogTest extends LookupCatalogContract {

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

  @Override
  Map<String, Object> settings() {
    return Map.of("datasources.default.url", url);
  }

  @Override
  Connection owner() throws SQLException {
    return DriverManager.getConnection(url + ";NON_KEYWORDS=VALUE", "sa", "");
  }

  @Test
  void tableThatIsGone_isToldAndReadAgainWhenItIsBack() throws SQLException {
    execute("ALTER TABLE sql_widgets.lookup RENAME TO moved");
    try {
      assertThatThrownBy(catalog::snapshot)
          .isInstanceOf(LookupsUnavailableException.class)
          .hasMessageMatching(
              "cannot read the lookups kept in the database \\(datasources.default\\): .*not"
                  + " found.*; those read last are kept");
    } finally {
      execute("ALTER TABLE sql_widgets.moved RENAME TO lookup");
    }
    emptyTables_giveNone();
  }
}

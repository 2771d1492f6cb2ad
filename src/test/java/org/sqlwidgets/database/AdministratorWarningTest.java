package org.sqlwidgets.database;

import java.util.Map;

class AdministratorWarningTest extends AdministratorWarningContract {

  @Override
  Databases withAdministratorAsReader() {
    return TestDatabases.open(
        Map.of(
            "datasources.default.url", "jdbc:h2:mem:ours",
            "datasources.widgets.url", "jdbc:h2:mem:theirs",
            "datasources.widgets.username", "sa",
            "datasources.widgets.password", ""),
        false);
  }

  @Override
  Databases withReader() {
    return TestDatabases.inMemory(false);
  }
}

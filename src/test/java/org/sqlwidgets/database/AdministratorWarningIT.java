package org.sqlwidgets.database;

import java.util.HashMap;
import java.util.Map;
import org.sqlwidgets.testing.PostgresServer;

class AdministratorWarningIT extends AdministratorWarningContract {

  @Override
  Databases withAdministratorAsReader() {
    Map<String, Object> settings = new HashMap<>(PostgresServer.newDatabase().settings());
    settings.put("datasources.widgets.username", "postgres");
    return TestDatabases.open(settings, false);
  }

  @Override
  Databases withReader() {
    return TestDatabases.on(PostgresServer.newDatabase(), false);
  }
}

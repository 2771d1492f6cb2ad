package org.sqlwidgets.database;

import javax.sql.DataSource;
import org.sqlwidgets.testing.PostgresServer;

class ExampleDataIT extends ExampleDataContract {

  @Override
  DataSource database() {
    return PostgresServer.newBareDatabase().superuser();
  }
}

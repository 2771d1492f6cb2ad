package org.sqlwidgets.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlwidgets.testing.PostgresServer;

class ExampleDataIT extends ExampleDataContract {

  @Override
  DataSource database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(PostgresServer.newBareDatabase().url());
    database.setUser("postgres");
    return database;
  }
}

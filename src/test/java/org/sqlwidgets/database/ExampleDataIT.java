package org.sqlwidgets.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class ExampleDataIT extends ExampleDataContract {

  private EmbeddedPostgres server;

  @Override
  DataSource database() throws IOException {
    server = EmbeddedPostgres.start();
    return server.getPostgresDatabase();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }
}

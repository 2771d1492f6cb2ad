package org.sqlwidgets.database;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ExampleDataTest extends ExampleDataContract {

  @Override
  DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,MONTH,YEAR,DAY,KEY,USER;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    return database;
  }
}

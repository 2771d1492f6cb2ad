package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** When the log warns of a reader that may too much, on every database. */
abstract class AdministratorWarningContract {

  abstract Databases withAdministratorAsReader() throws SQLException;

  abstract Databases withReader();

  @Test
  void administratorAsReader_isWarnedOfOnce() throws SQLException {
    try (Databases databases = withAdministratorAsReader()) {
      assertThat(warnings(databases))
          .containsExactly(
              "datasource widgets works as an administrator, who may read files of the server; use"
                  + " a role that may do only what it is for (docs/databases.md)");
      assertThat(warnings(databases)).isEmpty();
    }
  }

  @Test
  void readerThatMayOnlySelect_isNotWarnedOf() throws SQLException {
    try (Databases databases = withReader()) {
      assertThat(warnings(databases)).isEmpty();
    }
  }

  private static List<String> warnings(Databases databases) throws SQLException {
    Logger logger = (Logger) LoggerFactory.getLogger(AdministratorWarning.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      assertThat(TestDatabases.read(databases, "SELECT 1")).containsExactly("1");
    } finally {
      logger.detachAppender(log);
    }
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}

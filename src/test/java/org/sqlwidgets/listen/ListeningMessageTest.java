package org.sqlwidgets.listen;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.testing.TestServer;

class ListeningMessageTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ListeningMessage.class);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listen() {
    events.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(events);
  }

  @AfterEach
  void restore() {
    logger.detachAppender(events);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void loopback_isExplained() {
    assertSaid(
        Map.of(),
        Level.INFO,
        "Listening on http://127.0.0.1:%d: this machine only, because there are no API keys"
            + " (sql-widgets.api-keys)");
  }

  @Test
  void keys_areMentioned() {
    assertSaid(
        Map.of("sql-widgets.api-keys", "0123456789"),
        Level.INFO,
        "Listening on port %d of all addresses (http): callers need an API key"
            + " (sql-widgets.api-keys)");
  }

  @Test
  void openAddressWithoutKeys_isAWarning() {
    assertSaid(
        Map.of("micronaut.server.host", "0.0.0.0"),
        Level.WARN,
        "Listening on http://0.0.0.0:%d, as micronaut.server.host says, without API keys: whoever"
            + " reaches this address can read every widget; set sql-widgets.api-keys");
  }

  private void assertSaid(Map<String, Object> settings, Level level, String text) {
    try (TestServer server = TestServer.start(settings)) {
      assertThat(events.list).hasSize(1);
      ILoggingEvent event = events.list.getFirst();
      assertThat(event.getFormattedMessage()).isEqualTo(text.formatted(server.port()));
      assertThat(event.getLevel()).isEqualTo(level);
    }
  }
}

package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StartFailuresTest {

  @Test
  void missingFolder_namesSettingVariableAndPath() {
    assertThat(explained(Map.of("sql-widgets.directory", "no/such/folder")))
        .startsWith("the folder /")
        .endsWith(
            "/no/such/folder does not exist (setting sql-widgets.directory, environment variable"
                + " SQL_WIDGETS_DIRECTORY); create it, or name another");
  }

  @Test
  void portInUse_namesItAndTheSetting() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThat(explained(Map.of("micronaut.server.port", port)))
          .isEqualTo(
              "127.0.0.1:%d is in use; stop the other program, or set MICRONAUT_SERVER_PORT to a free port"
                  .formatted(port));
    }
  }

  @Test
  void portThatIsNoNumber_isRefused() {
    assertThat(explained(Map.of("micronaut.server.port", "abc")))
        .isEqualTo("micronaut.server.port is \"abc\"; expected a whole number");
  }

  @Test
  void portOutOfRange_isRefused() {
    assertThat(explained(Map.of("micronaut.server.port", 99999)))
        .isEqualTo("micronaut.server.port: port out of range:99999, expected 1 to 65535");
  }

  @Test
  void hostOfAnotherMachine_isRefused() {
    assertThat(explained(Map.of("micronaut.server.host", "192.0.2.1")))
        .startsWith("micronaut.server.host is no address of this machine (");
  }

  @Test
  void settingOfAnotherType_isRefusedInsteadOfReplacedByItsDefault() {
    assertThat(explained(Map.of("sql-widgets.query.timeout", "soon")))
        .isEqualTo("sql-widgets.query.timeout is \"soon\"; expected a time such as 30s or 5m");
    assertThat(explained(Map.of("sql-widgets.query.max-rows", "many")))
        .isEqualTo("sql-widgets.query.max-rows is \"many\"; expected a whole number");
    assertThat(explained(Map.of("sql-widgets.example", "maybe")))
        .isEqualTo("sql-widgets.example is \"maybe\"; expected true or false");
  }

  @Test
  void settingOutOfRange_isRefused() {
    assertThat(explained(Map.of("sql-widgets.query.max-rows", 0)))
        .isEqualTo("sql-widgets.query.max-rows is 0; expected at least 1");
    assertThat(explained(Map.of("sql-widgets.zone", "Mars/Base")))
        .isEqualTo(
            "sql-widgets.zone is \"Mars/Base\"; expected a time zone such as UTC or Europe/Zurich");
  }

  @Test
  void emptyApiKeys_areRefused() {
    assertThat(explained(Map.of("sql-widgets.api-keys", "")))
        .isEqualTo(
            "sql-widgets.api-keys is set but empty, give at least one key or leave the setting"
                + " out");
  }

  @Test
  void databaseThatCannotBeReached_isNamed_withoutItsPassword() {
    assertThat(
            explained(
                Map.of(
                    "datasources.default.url",
                    "jdbc:postgresql://127.0.0.1:1/facts?password=secret",
                    "datasources.widgets.url",
                    "jdbc:postgresql://127.0.0.1:1/facts")))
        .contains("jdbc:postgresql://127.0.0.1:1/facts", "datasources.default.url")
        .doesNotContain("secret", "\n");
  }

  @Test
  void databaseOfAnotherKind_isRefused() {
    assertThat(explained(Map.of("datasources.widgets.url", "jdbc:mysql://host/facts")))
        .isEqualTo(
            "datasources.widgets.url is \"jdbc:mysql://host/facts\"; expected an address that"
                + " starts with jdbc:postgresql: or jdbc:h2:");
  }

  @Test
  void whatNobodyForesaw_keepsItsTrace() {
    assertThat(StartFailures.explain(new IllegalStateException("a bug")))
        .startsWith("nobody foresaw this:\njava.lang.IllegalStateException: a bug")
        .contains("StartFailuresTest");
  }

  private static String explained(Map<String, Object> settings) {
    Throwable failure = catchThrowable(() -> start(settings));
    assertThat(failure).isNotNull();
    return StartFailures.explain(failure);
  }

  private static void start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent("micronaut.server.port", -1);
    all.put("sql-widgets.embedded-url", "jdbc:h2:mem:" + UUID.randomUUID());
    try (ApplicationContext context = ApplicationContext.builder(all).build()) {
      context.start();
      context.getBean(EmbeddedServer.class).start();
    }
  }
}

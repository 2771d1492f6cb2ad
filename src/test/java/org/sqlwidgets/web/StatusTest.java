package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

class StatusTest {

  @Test
  void health_withoutKeys_saysHowManyProblemsThereAre() throws Exception {
    try (TestServer server = TestServer.start(Map.of())) {
      assertThat(server.get("/health").text()).startsWith("{\"status\":\"UP\",\"problems\":");
    }
  }

  @Test
  void health_withoutTheKey_saysOnlyTheStatus() throws Exception {
    try (TestServer server =
        TestServer.start(Map.of("sql-widgets.api-keys", "a-key-of-the-test"))) {
      assertThat(server.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }
  }
}

package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.ops.ReadinessCheck;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** The addresses for those who run the server: who may read them, and what they say. */
class OperatingTest {
  private static final String KEY = "a-key-of-the-test";

  @Test
  void readiness_tellsTheStateOfEachDatasource() {
    try (TestServer server = TestServer.start(Map.of())) {
      HttpReply reply = server.get("/health/readiness");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text())
          .isEqualTo("{\"status\":\"UP\",\"datasources\":{\"default\":\"UP\",\"widgets\":\"UP\"}}");
    }
  }

  @Test
  void liveness_saysUp_andNothingElse() {
    try (TestServer server = TestServer.start(Map.of("sql-widgets.api-keys", KEY))) {
      assertThat(server.get("/health/liveness").text()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(server.get("/health/liveness").header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void readiness_withoutTheKey_saysOnlyTheStatus() {
    try (TestServer server = TestServer.start(Map.of("sql-widgets.api-keys", KEY))) {
      assertThat(server.get("/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(server.get("/health/readiness", "X-API-KEY: " + KEY).text())
          .contains("datasources");
    }
  }

  @Test
  void readiness_afterTheServerWasToldToEnd_is503() {
    try (TestServer server = TestServer.start(Map.of("sql-widgets.api-keys", KEY))) {
      assertThat(server.context().getBean(ReadinessCheck.class).shutdownGracefully()).isNotNull();
      HttpReply reply = server.get("/health/readiness");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.text()).isEqualTo("{\"status\":\"STOPPING\"}");
      assertThat(server.get("/health/liveness").status()).isEqualTo(200);
    }
  }

  @Test
  void metrics_needAKey_asABearerTokenOrHeader() {
    try (TestServer server = TestServer.start(Map.of("sql-widgets.api-keys", KEY))) {
      assertThat(server.get("/prometheus").status()).isEqualTo(401);
      assertThat(server.get("/prometheus", "Authorization: Bearer " + KEY).status()).isEqualTo(200);
      assertThat(server.get("/prometheus", "X-API-KEY: " + KEY).status()).isEqualTo(200);
    }
  }

  @Test
  void openMetrics_needNoKey_andOpenNothingElse() {
    Map<String, Object> open =
        Map.of("sql-widgets.api-keys", KEY, "sql-widgets.metrics.open", true);
    try (TestServer server = TestServer.start(open)) {
      HttpReply reply = server.get("/prometheus");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type"))
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(server.get("/prometheus/").status()).isEqualTo(401);
      assertThat(server.get("/widgets.json").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jvm_memory_used_bytes{",
        "jvm_gc_",
        "jvm_threads_live_threads ",
        "process_uptime_seconds ",
        "process_cpu_usage "
      })
  void metrics_haveThoseOfTheJvm(String start) {
    try (TestServer server = TestServer.start(Map.of())) {
      System.gc();
      assertThat(server.get("/prometheus").text().lines().filter(line -> line.startsWith(start)))
          .isNotEmpty();
    }
  }
}

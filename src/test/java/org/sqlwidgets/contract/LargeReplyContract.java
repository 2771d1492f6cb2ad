package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** Replies that are larger than memory should have to hold (widget-file §3, issue: flat memory). */
interface LargeReplyContract extends Topic {
  int ROWS = 1_000_000;
  long MOST_GROWTH = 100L * 1024 * 1024;

  @Test
  default void millionRows_areStreamed_inFlatMemory() throws IOException {
    String id =
        server()
            .publish(
                "-- ---\n-- maxRows: 1000000\n-- timeout: 5m\n-- ---\n"
                    + "SELECT n AS id, 'a name of some length for row ' || n AS name"
                    + " FROM generate_series(1, 1000000) AS g(n)");
    long before = usedMemory();
    RowCount count = new RowCount();
    long growth = 0;
    try (HttpStream reply = HttpStream.get(server().http().port(), "/widgets/" + id)) {
      assertThat(reply.status()).isEqualTo(200);
      InputStream body = reply.body();
      byte[] buffer = new byte[64 * 1024];
      long next = 10L * 1024 * 1024;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        count.add(buffer, n);
        if (count.bytes() > next) {
          growth = Math.max(growth, usedMemory() - before);
          next += 20L * 1024 * 1024;
        }
      }
    }
    assertThat(count.rows()).isEqualTo(ROWS);
    assertThat(count.start())
        .startsWith("[{\"id\":1,\"name\":\"a name of some length for row 1\"},{\"id\":2,");
    assertThat(count.end())
        .endsWith(",{\"id\":1000000,\"name\":\"a name of some length for row 1000000\"}]");
    assertThat(count.bytes()).isGreaterThan(50_000_000L);
    assertThat(growth).isLessThan(MOST_GROWTH);
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  default void clientThatReadsSlowly_getsTheWholeReply() throws IOException {
    String id =
        server()
            .publish(
                "-- ---\n-- maxRows: 100000\n-- timeout: 3s\n-- ---\n"
                    + "SELECT n AS id, repeat('x', 300) AS filler"
                    + " FROM generate_series(1, 100000) AS g(n)");
    RowCount count = new RowCount();
    try (HttpStream reply = HttpStream.get(server().http().port(), "/widgets/" + id)) {
      assertThat(reply.status()).isEqualTo(200);
      boolean ended = Until.within(Duration.ofMillis(3500), () -> server().busyConnections() == 0);
      assertThat(ended).as("the server waits for the client").isFalse();
      byte[] buffer = new byte[64 * 1024];
      for (int n = reply.body().read(buffer); n >= 0; n = reply.body().read(buffer)) {
        count.add(buffer, n);
      }
    }
    assertThat(count.rows()).isEqualTo(100_000);
    assertThat(count.end()).endsWith("x\"}]");
  }

  @Test
  default void requestsSentAtOnce_getWholeRepliesInTurn(@TempDir Path folder) {
    Map<String, Object> two = Map.of("datasources.widgets.maximum-pool-size", 2);
    try (ContractServer server = ContractServer.start(folder, server().database().another(), two)) {
      String id =
          server.publish(
              "SELECT n AS id, repeat('x', 300) AS filler FROM generate_series(1, 50000) AS g(n)");
      int port = server.http().port();
      String request = "GET /widgets/" + id + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
      try (HttpConnection connection = HttpConnection.to(port)) {
        List<HttpReply> replies = connection.pipeline(request, request, request);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.json().size()).isEqualTo(50_000));
      }
    }
  }
}

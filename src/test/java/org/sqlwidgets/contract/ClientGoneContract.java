package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;

/** Nobody waits any more: the database stops working on the query at once (contract §1.2). */
interface ClientGoneContract extends Topic {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  default void queryOfAClientThatIsGone_isCancelled(boolean byRow) throws IOException {
    TestedDatabase database = server().database();
    String slow =
        byRow
            ? database.pick(Slow.H2_BY_ROW, Slow.POSTGRESQL_BY_ROW)
            : database.pick(Slow.H2, Slow.POSTGRESQL);
    String id = server().publish("-- ---\n-- maxRows: 10000000\n-- ---\n" + slow);
    try (Socket client = HttpStream.request(server().http().port(), "/widgets/" + id)) {
      Until.isTrue(() -> database.runningQueries() == 1);
      assertThat(client.isConnected()).isTrue();
    }
    assertThat(Until.within(Duration.ofSeconds(5), () -> database.runningQueries() == 0))
        .as("the query is cancelled")
        .isTrue();
    assertThat(server().ask("SELECT 1 AS x", "").text()).isEqualTo("[{\"x\":1}]");
  }

  @Test
  default void queryOfAClientThatLeftWhileWaitingForItsTurn_neverRuns() throws Exception {
    TestedDatabase database = server().database();
    String id =
        server()
            .publish("-- ---\n-- timeout: 3s\n-- ---\n" + database.pick(Slow.H2, Slow.POSTGRESQL));
    CompletableFuture<HttpReply> first = CompletableFuture.supplyAsync(() -> server().once(id, ""));
    Until.isTrue(() -> database.runningQueries() == 1);
    try (Socket second = HttpStream.request(server().http().port(), "/widgets/" + id)) {
      Until.isTrue(() -> server().waitingForConnections() == 1);
      assertThat(second.isConnected()).isTrue();
    }
    assertThat(first.get().status()).isEqualTo(504);
    assertThat(Until.within(Duration.ofSeconds(2), () -> server().busyConnections() == 0))
        .as("the second query has not begun, or was stopped at once")
        .isTrue();
    assertThat(database.runningQueries()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip"})
  default void clientThatLeavesInTheMiddleOfALargeReply_freesTheConnection(String encoding)
      throws IOException {
    String id =
        server()
            .publish(
                "-- ---\n-- maxRows: 10000000\n-- timeout: 5m\n-- ---\n"
                    + "SELECT n AS id, repeat('x', 300) AS filler"
                    + " FROM generate_series(1, 10000000) AS g(n)");
    try (Socket client =
        HttpStream.request(
            server().http().port(), "/widgets/" + id, "Accept-Encoding: " + encoding)) {
      assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
      assertThat(server().busyConnections()).isEqualTo(1);
    }
    assertThat(Until.within(Duration.ofSeconds(5), () -> server().busyConnections() == 0))
        .as("the connection is free again")
        .isTrue();
    assertThat(server().database().runningQueries()).isZero();
  }
}

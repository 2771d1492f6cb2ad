package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.contract.LiveClient.Bye;
import org.sqlwidgets.live.LiveGrids;
import org.sqlwidgets.live.LiveLoad;

/** When the server ends the socket of a live grid by itself (contract §4.11). */
interface LiveEndContract extends Topic {
  /** How many different widgets and values may be looked at at a time. */
  int MOST_VIEWS = 3;

  private static LiveLoad load(ContractServer server) {
    return server.http().context().getBean(LiveGrids.class).load();
  }

  @Test
  default void viewBeyondTheLast_isToldToTryLater_othersStay_andThereIsRoomWhenOneLeaves() {
    String id =
        server().publish(LiveContract.fast("SELECT 'k' AS symbol, CAST(:n AS integer) AS n"));
    List<LiveClient> clients = new ArrayList<>();
    try {
      for (int n = 1; n <= MOST_VIEWS; n++) {
        clients.add(show(id, n));
      }
      try (LiveClient tooMany = LiveClient.show(server(), id, "{\"n\":0}")) {
        assertThat(tooMany.bye())
            .isEqualTo(new Bye(1013, "too many different views are open; try again later"));
      }
      clients.add(show(id, 1));
      assertThat(clients).allMatch(LiveClient::isOpen);
      clients.removeLast().close();
      clients.removeLast().close();
      Until.isTrue(() -> load(server()).groups() == MOST_VIEWS - 1);
      clients.add(show(id, 0));
    } finally {
      clients.forEach(LiveClient::close);
    }
    Until.isTrue(() -> load(server()).subscribers() == 0 && load(server()).groups() == 0);
  }

  private LiveClient show(String id, int n) {
    LiveClient client = LiveClient.show(server(), id, "{\"n\":" + n + "}");
    assertThat(client.next()).isEqualTo("[{\"symbol\":\"k\",\"n\":" + n + "}]");
    return client;
  }

  @Test
  default void socketThatAnswersNoPing_isClosed_andOneThatDoes_isKept(@TempDir Path folder)
      throws IOException {
    Map<String, Object> settings = Map.of("sql-widgets.live.ping", "250ms");
    try (ContractServer pinging =
        ContractServer.start(folder, server().database().another(), settings)) {
      String id = pinging.put(LiveContract.fast("SELECT 'k' AS symbol, 1 AS x"));
      int port = pinging.http().port();
      String path = "/widgets/" + id + "/live";
      try (LiveClient answering = LiveClient.open(port, path);
          RawSocket silent = RawSocket.open(port, path)) {
        answering.show("{}");
        answering.next();
        silent.send("{\"type\":\"params\",\"params\":{}}");
        assertThat(silent.codeAtTheEnd()).isEqualTo(1008);
        Until.isTrue(() -> load(pinging).subscribers() == 1);
        assertThat(answering.isOpen()).isTrue();
      }
      Until.isTrue(() -> load(pinging).subscribers() == 0);
    }
  }
}

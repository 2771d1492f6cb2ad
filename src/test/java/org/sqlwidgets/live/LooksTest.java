package org.sqlwidgets.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.database.Notifications;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.TestServer;

class LooksTest {
  private static final String SLOW =
      """
      -- ---
      -- type: live_grid
      -- interval: 1h
      -- timeout: 1m
      -- data: { wsRowIdColumn: n }
      -- ---
      SELECT count(*) AS n FROM generate_series(1, 1000000) AS a(n)
      CROSS JOIN generate_series(1, 1000000) AS b(m) WHERE a.n + b.m < 0
      """;

  private static Reason reason(Looks looks, LiveWidget widget, Cancellation cancellation) {
    try {
      looks.run(widget.query(), new BoundParams(Map.of()), cancellation, widget.writer());
      throw new AssertionError("it ended by itself");
    } catch (QueryFailedException e) {
      return e.reason();
    }
  }

  @Test
  @Timeout(30)
  void lookThatIsGivenUpBeforeItsTurn_asksTheDatabaseNothing(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("slow.sql"), SLOW);
    try (TestServer server =
            TestServer.start(
                Map.of("sql-widgets.directory", folder.toString(), "sql-widgets.example", false));
        Looks looks =
            new Looks(
                server.context().getBean(QueryRunner.class),
                server.context().getBean(Notifications.class),
                query -> {},
                1);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      LiveWidget widget =
          server
              .context()
              .getBean(WidgetRegistry.class)
              .snapshot()
              .widget("slow")
              .flatMap(LiveWidget::of)
              .orElseThrow();
      Cancellation first = new Cancellation();
      Cancellation second = new Cancellation();
      CompletableFuture<Reason> running =
          CompletableFuture.supplyAsync(() -> reason(looks, widget, first), threads);
      while (looks.queries() == 0) {
        Thread.onSpinWait();
      }
      CompletableFuture<Reason> waiting =
          CompletableFuture.supplyAsync(() -> reason(looks, widget, second), threads);
      second.cancel();
      first.cancel();
      assertThat(running.get()).isEqualTo(Reason.CANCELLED);
      assertThat(waiting.get()).isEqualTo(Reason.CANCELLED);
      assertThat(looks.queries()).isEqualTo(1);
    }
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on the configured zone and on the clock, here Sunday 2024-03-31 00:30 in Zurich. */
interface ZoneContract extends Topic {

  private ContractServer start(Path folder) {
    return ContractServer.start(
        folder,
        server().database().another(),
        Map.of("sql-widgets.zone", "Europe/Zurich", StandingClock.NOW, "2024-03-30T23:30:00Z"));
  }

  @Test
  default void dateRelativeToToday_isResolvedByTheServer(@TempDir Path folder) {
    Map<String, String> dates =
        Map.ofEntries(
            Map.entry("$currentDate", "2024-03-31"),
            Map.entry("$CURRENTDATE", "2024-03-31"),
            Map.entry("$currentDate-1h", "2024-03-30"),
            Map.entry("$currentDate+24h", "2024-04-01"),
            Map.entry("$currentDate-1b", "2024-03-29"),
            Map.entry("$currentDate+1b", "2024-04-01"),
            Map.entry("$currentDate-1d", "2024-03-30"),
            Map.entry("$currentDate+0d", "2024-03-31"),
            Map.entry("$currentDate-1w", "2024-03-24"),
            Map.entry("$currentDate-1m", "2024-02-29"),
            Map.entry("$currentDate+1M", "2024-04-30"),
            Map.entry("$currentDate-1q", "2023-12-31"),
            Map.entry("$currentDate-20y", "2004-03-31"));
    try (ContractServer server = start(folder)) {
      String id = server.publish("SELECT CAST(:x AS date) AS x");
      dates.forEach(
          (sent, day) ->
              assertThat(server.once(id, "x=" + ContractServer.encoded(sent)).text())
                  .as(sent)
                  .isEqualTo("[{\"x\":\"" + day + "\"}]"));
      dates.forEach(
          (value, day) ->
              assertThat(server.once(server.publish(withDefault(value, "date")), "").text())
                  .as("default " + value)
                  .isEqualTo("[{\"x\":\"" + day + "\"}]"));
    }
  }

  private static String withDefault(String value, String sqlType) {
    return """
    -- ---
    -- params:
    --   - {paramName: x, type: date, value: "%s"}
    -- ---
    SELECT CAST(:x AS %s) AS x
    """
        .formatted(value, sqlType);
  }

  @Test
  default void defaultRelativeToToday_isPublishedAsItIs(@TempDir Path folder) {
    try (ContractServer server = start(folder)) {
      String id = server.publish(withDefault("$currentDate-1m", "date"));
      assertThat(server.published(id).at("/params/0/value").asText()).isEqualTo("$currentDate-1m");
    }
  }

  @Test
  default void dateTimeWithAnOffset_isTheDayInTheZone(@TempDir Path folder) {
    try (ContractServer server = start(folder)) {
      String id = server.publish("SELECT CAST(:x AS date) AS x");
      assertThat(server.askAgain(id, "x=2024-03-30T23:30:00Z").text())
          .isEqualTo("[{\"x\":\"2024-03-31\"}]");
      assertThat(server.askAgain(id, "x=2024-03-30T23:30:00").text())
          .isEqualTo("[{\"x\":\"2024-03-30\"}]");
    }
  }

  @Test
  default void timestamptz_isShownInTheZone_inSummerAndInWinter(@TempDir Path folder) {
    try (ContractServer server = start(folder)) {
      server
          .database()
          .execute(
              "CREATE TABLE moments (id integer, at timestamp(6) with time zone)",
              """
              INSERT INTO moments VALUES
                (1, '2024-01-01 12:00:00+00:00'), (2, '2024-07-01 12:00:00.5+00:00'),
                (3, '2024-03-31 00:59:59+00:00'), (4, '2024-03-31 01:00:00+00:00'),
                (5, '2023-12-31 23:30:00+00:00')
              """);
      assertThat(server.ask("SELECT at FROM moments ORDER BY id", "").text())
          .isEqualTo(
              "[{\"at\":\"2024-01-01 13:00:00\"},{\"at\":\"2024-07-01 14:00:00.5\"},"
                  + "{\"at\":\"2024-03-31 01:59:59\"},{\"at\":\"2024-03-31 03:00:00\"},"
                  + "{\"at\":\"2024-01-01 00:30:00\"}]");
    }
  }

  @Test
  default void dateForATimestamptz_isMidnightInTheZone(@TempDir Path folder) {
    try (ContractServer server = start(folder)) {
      String id = server.publish(withDefault("$currentDate", "timestamp with time zone"));
      assertThat(server.askAgain(id, "").text()).isEqualTo("[{\"x\":\"2024-03-31 00:00:00\"}]");
      assertThat(server.askAgain(id, "x=2024-07-01").text())
          .isEqualTo("[{\"x\":\"2024-07-01 00:00:00\"}]");
      assertThat(server.askAgain(id, "x=2024-07-01T12:00:00Z").text())
          .isEqualTo("[{\"x\":\"2024-07-01 14:00:00\"}]");
    }
  }

  @Test
  default void zone_survivesAQueryThatFails(@TempDir Path folder) {
    try (ContractServer server = start(folder)) {
      String id =
          server.publish(
              "SELECT CAST('2024-07-01 12:00:00+00:00' AS timestamp with time zone) AS at, 1 / :n"
                  + " AS n");
      assertThat(server.askAgain(id, "n=0").status()).isEqualTo(422);
      assertThat(server.askAgain(id, "n=1").text())
          .isEqualTo("[{\"at\":\"2024-07-01 14:00:00\",\"n\":1}]");
    }
  }
}

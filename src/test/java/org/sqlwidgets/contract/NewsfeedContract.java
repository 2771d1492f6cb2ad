package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Articles (widget-file §4, contract §4.8). */
interface NewsfeedContract extends Topic {

  private static String feed(String sql) {
    return "-- ---\n-- type: newsfeed\n-- ---\n" + sql;
  }

  private String articles(String sql) {
    HttpReply reply = server().ask(feed(sql), "");
    assertThat(ReplyJudge.newsfeedFailures(reply.body())).as(reply.text()).isEmpty();
    assertThat(reply.status()).isEqualTo(200);
    return reply.text();
  }

  @Test
  default void newsfeed_sendsFiveTexts_inTheirOrder_nullAsEmptyText() {
    String sql =
        """
        SELECT 7 AS body, title, DATE '2024-05-15' AS date, author, excerpt FROM (VALUES
          (1, 'a "q"', 'Ann', '*x*'), (2, NULL, NULL, NULL)
        ) AS v(id, title, author, excerpt) ORDER BY id
        """;
    assertThat(articles(sql))
        .isEqualTo(
            "[{\"title\":\"a"
                + " \\\"q\\\"\",\"date\":\"2024-05-15\",\"author\":\"Ann\",\"excerpt\":\"*x*\",\"body\":\"7\"},"
                + "{\"title\":\"\",\"date\":\"2024-05-15\",\"author\":\"\",\"excerpt\":\"\",\"body\":\"7\"}]");
  }

  @Test
  default void newsfeed_withoutRow_isAnEmptyArray() {
    assertThat(
            articles(
                "SELECT 't' AS title, DATE '2024-05-15' AS date, '' AS author, '' AS excerpt,"
                    + " '' AS body WHERE 1 = 0"))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE '2024-05-15'                                        | 2024-05-15",
        "TIMESTAMP '2024-05-15 09:30:00'                          | 2024-05-15T09:30:00",
        "TIMESTAMP '2024-05-15 09:30:00.250'                      | 2024-05-15T09:30:00.25",
        "TIMESTAMP WITH TIME ZONE '2024-05-15 09:30:00+00'        | 2024-05-15T09:30:00Z",
        "TIMESTAMP WITH TIME ZONE '2024-05-15 09:30:00.5+05:30'   | 2024-05-15T04:00:00.5Z",
        "CAST(NULL AS date)                                       | ''",
        "CAST(NULL AS timestamp)                                  | ''",
        "CAST(NULL AS timestamp with time zone)                   | ''",
      })
  default void newsfeedDate_isIso8601(String sql, String date) {
    assertThat(
            articles(
                "SELECT 't' AS title, "
                    + sql
                    + " AS date, '' AS author, '' AS excerpt, '' AS body"))
        .contains("\"date\":\"" + date + "\"");
  }

  @Test
  default void newsfeed_withoutItsColumns_isAProblem() {
    assertThat(server().problemsOf(feed("SELECT 't' AS title, 'x' AS body")))
        .containsExactly(
            "a newsfeed needs the columns title, date, author, excerpt, body; the query does not"
                + " return \"date\", \"author\", \"excerpt\"");
  }
}

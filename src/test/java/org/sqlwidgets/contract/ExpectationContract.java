package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.expect.ExpectationRunner;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.widget.Widget;

/** Expectations of a widget are held against its rows. */
interface ExpectationContract extends Topic {
  /** Values of every kind that is compared in its own way, and a row of NULLs. */
  String ROWS =
      """
      SELECT * FROM (VALUES
        (1, CAST(0.1 AS double precision), CAST('2024-01-31' AS date), true, CAST('a' AS varchar)),
        (2, 2.5, '2024-02-29', false, 'b'),
        (2, NULL, NULL, NULL, NULL)) t (n, x, day, ok, word)
      ORDER BY n, x NULLS LAST
      """;

  private List<Outcome> outcomes(String header, String sql) {
    String id = publish(header, sql);
    Widget widget =
        server().http().context().getBean(WidgetRegistry.class).snapshot().widget(id).orElseThrow();
    return server().http().context().getBean(ExpectationRunner.class).run(widget);
  }

  private List<String> failures(String header, String sql) {
    return outcomes(header, sql).stream()
        .flatMap(outcome -> outcome.problems().stream())
        .map(problem -> problem.location().line() + " " + problem.message())
        .toList();
  }

  @Test
  default void expectations_thatHold_areMet() {
    List<Outcome> outcomes =
        outcomes(
            """
            expect:
              rows: { min: 3, max: 3 }
              columns: [n, x, day, ok, word]
              unique: [n, word]
              notNull: n
              values:
                - { column: n, is: 1.0 }
                - { column: x, min: 0.09, max: 0.11 }
                - { column: day, is: 2024-01-31 }
                - { row: 2, column: ok, is: false }
                - { row: 2, column: word, is: b }
                - { row: 3, column: x, is: null }
                - { row: 3, column: word, is: null }
              within: 20s
            """,
            ROWS);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.getFirst().problems()).isEmpty();
    assertThat(outcomes.getFirst().isMet()).isTrue();
    assertThat(outcomes.getFirst().rows()).isEqualTo(3);
    assertThat(outcomes.getFirst().took()).isPositive();
    assertThat(outcomes.getFirst().expectation().name()).isEqualTo("with the defaults");
  }

  @Test
  default void expectations_thatDoNotHold_saySo_eachAtItsPlace() {
    assertThat(
            failures(
                """
                expect:
                  - rows: { min: 4 }
                    columns: [n, day, x, ok, word]
                    unique: n
                    notNull: [n, x, word]
                    values:
                      - { column: n, is: 5 }
                      - { column: x, min: 7 }
                      - { column: x, max: 0 }
                      - { column: x, min: 1, max: 2 }
                      - { row: 2, column: day, is: 2024-02-28 }
                      - { row: 2, column: ok, is: true }
                      - { row: 3, column: word, is: c }
                      - { row: 1, column: word, is: null }
                      - { row: 9, column: word, is: d }
                  - rows: { max: 1 }
                  - rows: 1
                """,
                ROWS))
        .containsExactly(
            "3 expected at least 4 rows, found 3",
            "4 expected the columns \"n\", \"day\", \"x\", \"ok\", \"word\", found \"n\", \"x\","
                + " \"day\", \"ok\", \"word\"",
            "5 expected no two rows with the same \"n\", but row 3 repeats row 2",
            "6 expected a value in every row, but \"x\" is NULL in row 3, and so on, 2 times in"
                + " all",
            "8 expected 5 in row 1 of \"n\", found 1",
            "9 expected at least 7 in row 1 of \"x\", found 0.1",
            "10 expected at most 0 in row 1 of \"x\", found 0.1",
            "11 expected 1 to 2 in row 1 of \"x\", found 0.1",
            "12 expected \"2024-02-28\" in row 2 of \"day\", found \"2024-02-29\"",
            "13 expected true in row 2 of \"ok\", found false",
            "14 expected \"c\" in row 3 of \"word\", found NULL",
            "15 expected NULL in row 1 of \"word\", found \"a\"",
            "16 expected \"d\" in row 9 of \"word\", found only 3 rows",
            "17 expected at most 1 row, found 3",
            "18 expected exactly 1 row, found 3");
  }

  @Test
  default void params_ofAnExpectation_areBound() {
    List<Outcome> outcomes =
        outcomes(
            """
            params:
              - { paramName: least, type: number, required: true }
              - { paramName: words, type: text, multiple: true }
            expect:
              - params: { least: 2, words: [b, c] }
                rows: 1
              - name: Both
                params: { least: 1, words: "a,b" }
                rows: 2
            """,
            "SELECT n FROM (VALUES (1, 'a'), (2, 'b')) t (n, word)"
                + " WHERE n >= :least AND word IN (:words)");
    assertThat(outcomes).allMatch(Outcome::isMet);
    assertThat(outcomes)
        .extracting(outcome -> outcome.expectation().name())
        .containsExactly("least=2, words=b,c", "Both");
  }

  @Test
  default void queryThatFails_isAnExpectationThatIsNotMet() {
    List<Outcome> outcomes =
        outcomes(
            """
            params: [{ paramName: d, type: number, value: 1 }]
            expect:
              - { params: { d: 0 }, rows: 1 }
              - { params: { d: 1 }, rows: 1 }
            """,
            "SELECT 1 / CAST(:d AS integer) AS x");
    Problem failure = outcomes.getFirst().problems().getFirst();
    assertThat(failure.location().line()).isEqualTo(4);
    assertThat(failure.message())
        .startsWith("running it with these params failed: ")
        .contains("ivision by zero");
    assertThat(outcomes.get(1).isMet()).isTrue();
  }

  @Test
  default void moreTimeThanExpected_isTold() {
    assertThat(
            failures(
                "expect:\n  within: 1ms", "SELECT n AS n FROM generate_series(1, 90000) AS g(n)"))
        .hasSize(1)
        .first()
        .asString()
        .matches("3 expected all rows within 1 ms, they took \\d+ ms");
  }

  private String publish(String header, String sql) {
    String comments = header.lines().map(line -> "-- " + line + "\n").reduce("", String::concat);
    return server().publish("-- ---\n" + comments + "-- ---\n" + sql);
  }

  @Test
  default void gallery_getsEachExpectation_withWhatWasExpectedAndFound() {
    String id =
        publish(
            """
            expect:
              - rows: { min: 1, max: 3 }
                columns: [n, x, day, ok, word]
                unique: [n, x]
                notNull: n
                values: [{ column: x, min: 0.09, max: 0.11 }, { row: 3, column: word, is: null }]
                within: 20s
              - { name: Too few, rows: { min: 4 }, values: [{ column: word, is: b }] }
            """,
            ROWS);
    JsonNode reply = server().http().get("/studio/api/widgets/" + id + "/expectations").json();
    assertThat(reply.get("met").asInt()).isEqualTo(1);
    JsonNode met = reply.get("expectations").get(0);
    assertThat(met.get("met").asBoolean()).isTrue();
    assertThat(met.get("rows").asInt()).isEqualTo(3);
    assertThat(met.get("milliseconds").decimalValue()).isPositive();
    assertThat(met.get("checks"))
        .extracting(check -> check.get("expected").asText())
        .containsExactly(
            "1 to 3 rows",
            "the columns \"n\", \"x\", \"day\", \"ok\", \"word\"",
            "no two rows with the same \"n\", \"x\"",
            "a value in every row of \"n\"",
            "0.09 to 0.11 in row 1 of \"x\"",
            "NULL in row 3 of \"word\"",
            "all rows within 20000 ms");
    JsonNode missed = reply.get("expectations").get(1);
    assertThat(missed.get("name").asText()).isEqualTo("Too few");
    assertThat(missed.get("met").asBoolean()).isFalse();
    assertThat(missed.get("checks").get(0).toString())
        .isEqualTo(
            "{\"line\":9,\"column\":31,\"expected\":\"at least 4 rows\",\"met\":false,"
                + "\"found\":\"expected at least 4 rows, found 3\"}");
  }

  /** The database's own words are for the log, and for those who can run {@code check}. */
  @Test
  default void gallery_getsNoWordsOfTheDatabase_whenAQueryFails() {
    String id =
        publish(
            """
            params: [{ paramName: d, type: number, value: 1 }]
            expect: { params: { d: 0 }, rows: 1 }
            """,
            "SELECT 1 / CAST(:d AS integer) AS x");
    HttpReply reply = server().http().get("/studio/api/widgets/" + id + "/expectations");
    JsonNode outcome = reply.json().get("expectations").get(0);
    assertThat(outcome.get("failure").asText()).isNotBlank();
    assertThat(outcome.get("rows").isNull()).isTrue();
    assertThat(outcome.get("checks").get(0).get("met").isNull()).isTrue();
    assertThat(reply.text()).doesNotContainIgnoringCase("division");
    assertThat(server().http().get("/studio/api/widgets/none/expectations").status())
        .isEqualTo(404);
  }
}

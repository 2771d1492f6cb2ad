package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Answers to a prompt (widget-file §4, contract §4.12). */
interface OmniContract extends Topic {
  String TEXT = ",\"data_format\":{\"data_type\":\"object\",\"parse_as\":\"text\"}}";
  String TABLE = ",\"data_format\":{\"data_type\":\"object\",\"parse_as\":\"table\"}}";
  String PEOPLE =
      """
      SELECT name, age FROM (VALUES ('Ann', 30), ('Bob', NULL), ('o''Hara', 40)) AS v(name, age)
      WHERE name LIKE '%' || :prompt || '%' ORDER BY name
      """;

  private static String omni(String keys, String sql) {
    return "-- ---\n-- type: omni\n" + keys + "-- ---\n" + sql;
  }

  private String answer(String file, String body) {
    String id = server().publish(file);
    HttpReply reply = server().http().post("/widgets/" + id, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(ReplyJudge.omniFailures(reply.body())).isEmpty();
    return reply.text();
  }

  @Test
  default void omniRows_areATable() {
    assertThat(answer(omni("", PEOPLE), "{\"prompt\":\"n\"}"))
        .isEqualTo("{\"content\":[{\"name\":\"Ann\",\"age\":30}]" + TABLE);
    assertThat(answer(omni("", PEOPLE), "{\"prompt\":\"\\'\"}".replace("\\'", "'")))
        .isEqualTo("{\"content\":[{\"name\":\"o'Hara\",\"age\":40}]" + TABLE);
    assertThat(answer(omni("", PEOPLE), "{\"prompt\":\"b\"}"))
        .isEqualTo("{\"content\":[{\"name\":\"Bob\",\"age\":null}]" + TABLE);
  }

  @Test
  default void omniText_isText_severalAreATable() {
    String one = "SELECT 'You asked: ' || :prompt AS answer";
    assertThat(answer(omni("", one), "{\"prompt\":\"1; DROP TABLE x --\"}"))
        .isEqualTo("{\"content\":\"You asked: 1; DROP TABLE x --\"" + TEXT);
    String two =
        "SELECT :prompt || '1' AS a UNION ALL SELECT NULL UNION ALL SELECT 'z' ORDER BY 1 NULLS"
            + " LAST";
    assertThat(answer(omni("", two), "{\"prompt\":\"p\"}"))
        .isEqualTo("{\"content\":[{\"a\":\"p1\"},{\"a\":\"z\"},{\"a\":null}]" + TABLE);
    assertThat(answer(omni("", "SELECT 5 AS n, :prompt || '' AS p"), "{\"prompt\":true}"))
        .isEqualTo("{\"content\":[{\"n\":5,\"p\":\"true\"}]" + TABLE);
  }

  @Test
  default void omniTemplate_isText() {
    String keys = "-- template: \"{{count}}: {{#rows}}{{name}} {{/rows}}\"\n";
    assertThat(answer(omni(keys, PEOPLE), "{\"prompt\":\"\"}"))
        .isEqualTo("{\"content\":\"0: \"" + TEXT);
    assertThat(answer(omni(keys, PEOPLE), "{\"prompt\":\"n\"}"))
        .isEqualTo("{\"content\":\"1: Ann \"" + TEXT);
  }

  @Test
  default void omniWithoutAnswer_saysSo() {
    String nothing = "{\"content\":\"Nothing found\"" + TEXT;
    assertThat(answer(omni("", PEOPLE), "{\"prompt\":\"zzz\"}")).isEqualTo(nothing);
    assertThat(answer(omni("", PEOPLE), "{\"prompt\":null}")).isEqualTo(nothing);
    assertThat(answer(omni("", "SELECT CAST(NULL AS text) AS a"), "{}")).isEqualTo(nothing);
  }

  @Test
  default void omniParams_areTakenFromTheBody_besideThePrompt() {
    String sql =
        "SELECT name FROM (VALUES ('Ann'), ('Bob')) AS v(name) WHERE name IN (:names) AND :prompt ="
            + " 'x'";
    String keys = "-- params: [{paramName: names, type: text, multiple: true}]\n";
    assertThat(answer(omni(keys, sql), "{\"prompt\":\"x\",\"names\":[\"Bob\"],\"other\":{}}"))
        .isEqualTo("{\"content\":\"Bob\"" + TEXT);
  }

  @Test
  default void omniPrompt_isPublishedHidden_andTakenElsewhere() {
    String id = server().publish(omni("", PEOPLE));
    assertThat(server().published(id).path("params").get(0).toString())
        .isEqualTo(
            "{\"paramName\":\"prompt\",\"type\":\"text\",\"label\":\"Prompt\",\"show\":false}");
    assertThat(server().problemsOf("SELECT :prompt || '' AS a")).hasSize(1);
  }
}

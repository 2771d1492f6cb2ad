package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Ids that a widget had before (widget-file §2). */
interface FormerIdContract extends Topic {
  String FILE =
      """
      -- ---
      -- formerIds: [renamed_once, renamed_twice]
      -- params:
      --   - { paramName: x, optionsQuery: SELECT 'a' AS value }
      -- ---
      SELECT CAST(:x AS text) AS x
      """;

  @Test
  default void formerId_answersTheDataOfTheWidget() {
    String id = server().publish(FILE);
    for (String known : new String[] {id, "renamed_once", "renamed_twice"}) {
      assertThat(server().askAgain(known, "x=7").text()).isEqualTo("[{\"x\":\"7\"}]");
    }
    assertThat(server().http().get("/widgets.json").json().has("renamed_once")).isFalse();
  }

  /** A dashboard keeps the addresses of dropdowns that stand in the header, too. */
  @Test
  default void formerId_answersTheOptionsOfTheWidget() {
    String id = server().publish(FILE);
    for (String known : new String[] {id, "renamed_once", "renamed_twice"}) {
      HttpReply reply = server().http().get("/options/" + known + ".x");
      assertThat(reply.text()).isEqualTo("[{\"label\":\"a\",\"value\":\"a\"}]");
    }
    assertThat(server().http().get("/options/renamed_once.y").status()).isEqualTo(404);
  }

  @Test
  default void formerId_ofAWidgetThatIsGone_isUnknown() {
    server().publish(FILE);
    server().publish("SELECT 1 AS a");
    HttpReply reply = server().once("renamed_once", "");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("detail").asText()).contains("it may have been renamed");
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;

/** Replies that the client has already are not sent again (RFC 9110 §8.8, §13.1, §15.4.5). */
interface EntityTagContract extends Topic {
  String ROWS = "SELECT n AS x FROM generate_series(1, :n) AS g(n)";

  private String publish(String header) {
    return server()
        .publish(
            "-- ---\n-- params: [{paramName: n, type: number, value: 3, sqlType: integer}]\n"
                + header
                + "-- ---\n"
                + ROWS);
  }

  private HttpReply get(String path, String... headers) {
    return server().http().get(path, headers);
  }

  static String tag(HttpReply reply) {
    return Objects.requireNonNull(reply.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- cache: 10m\n"})
  default void rows_thatTheClientHas_areNotSentAgain(String header) {
    String id = publish(header);
    for (String path : List.of("/widgets/" + id, "/widgets/" + id + ".csv")) {
      HttpReply first = get(path);
      assertThat(tag(first)).matches("\"[\\w-]{22}\"");
      HttpReply second = get(path, "If-None-Match: " + tag(first));
      assertThat(second.status()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      for (String same : List.of("ETag", "Cache-Control", "Vary")) {
        assertThat(second.header(same)).as(same).isEqualTo(first.header(same));
      }
      assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(first.header("Vary")).contains("Origin", "Accept-Encoding");
    }
  }

  @Test
  default void tag_changesWithTheRows_andOnlyThen() {
    String id = publish("");
    String three = tag(get("/widgets/" + id));
    assertThat(tag(get("/widgets/" + id + "?n=3&theme=light"))).isEqualTo(three);
    assertThat(tag(get("/widgets/" + id + "?n=4"))).isNotEqualTo(three);
    HttpReply other = get("/widgets/" + id + "?n=4", "If-None-Match: " + three);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.text()).isEqualTo("[{\"x\":1},{\"x\":2},{\"x\":3},{\"x\":4}]");
  }

  @Test
  default void tag_isFound_inLists_asWeakTag_andByAStar() {
    String path = "/widgets/" + publish("");
    String tag = tag(get(path));
    for (String asked : List.of("\"a\", " + tag, "W/" + tag, "\"a\",W/" + tag + " ,\"b\"", "*")) {
      assertThat(get(path, "If-None-Match: " + asked).status()).as(asked).isEqualTo(304);
    }
    for (String asked : List.of("\"a\"", tag.replace("\"", ""), tag.toUpperCase(), "")) {
      assertThat(get(path, "If-None-Match: " + asked).status()).as(asked).isEqualTo(200);
    }
    assertThat(get(path, "If-None-Match: \"a\"", "If-None-Match: " + tag).status()).isEqualTo(304);
  }

  @Test
  default void compressedReply_hasATagOfItsOwn() {
    String path = "/widgets/" + publish("") + "?n=1000";
    HttpReply plain = get(path);
    HttpReply gzip = get(path, "Accept-Encoding: gzip, deflate, br");
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(tag(gzip)).isNotEqualTo(tag(plain));
    assertThat(get(path, "Accept-Encoding: gzip", "If-None-Match: " + tag(gzip)).status())
        .isEqualTo(304);
    assertThat(get(path, "If-None-Match: " + tag(gzip)).status()).isEqualTo(200);
  }

  @Test
  default void reply_thatIsStreamed_hasNoTag_andIsSentAgain() {
    String path =
        "/widgets/"
            + server()
                .publish(
                    "SELECT n AS x, repeat('x', 1000000) AS f FROM generate_series(1, 5) AS g(n)");
    HttpReply first = get(path, "If-None-Match: *");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isNull();
    assertThat(first.body()).hasSizeGreaterThan(4_500_000);
  }

  @Test
  default void failure_hasNoTag() {
    HttpReply reply = get("/widgets/" + publish("") + "?n=x", "If-None-Match: *");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("ETag")).isNull();
  }

  @Test
  default void head_hasTheTagOfTheRows() {
    String path = "/widgets/" + publish("");
    String tag = tag(get(path));
    HttpReply head = server().http().send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(tag);
    assertThat(server().http().send("HEAD", path, "If-None-Match: " + tag).status()).isEqualTo(304);
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Framed pages and videos (widget-file §4, contract §4.8). */
interface AddressContract extends Topic {
  String PAGE = "https://pages.example/a?b=c&d=%22e";

  private static String file(String type, String keys, String sql) {
    return "-- ---\n-- type: " + type + "\n" + keys + "-- ---\n" + sql;
  }

  private void refused(String file, String query, String detail) {
    HttpReply reply = server().ask(file, query);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).startsWith(detail);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  private static void leadsTo(HttpReply reply, String escaped) {
    String type = Objects.requireNonNull(reply.header("Content-Type"));
    assertThat(ReplyJudge.htmlFailures(reply.body(), type)).isEmpty();
    assertThat(reply.text())
        .contains("http-equiv=\"refresh\" content=\"0; url=" + escaped + "\"")
        .contains("<a href=\"" + escaped + "\"");
  }

  @Test
  default void frameOfAnAddress_publishesTheAddressItself() {
    String id = server().publish(file("iframe", "-- url: https://pages.example/a/b\n", ""));
    assertThat(server().published(id).path("endpoint").asText())
        .isEqualTo("https://pages.example/a/b");
    leadsTo(server().askAgain(id, ""), "https://pages.example/a/b");
  }

  @Test
  default void frameOfAnAddressThatTheClientDoesNotTake_publishesAPageThatLeadsThere() {
    String id = server().publish(file("iframe", "-- url: " + PAGE + "\n", "-- nothing here\n"));
    String endpoint = server().published(id).path("endpoint").asText();
    assertThat(endpoint).isEqualTo("/widgets/" + id + "/page");
    leadsTo(server().http().get(endpoint), "https://pages.example/a?b=c&amp;d=%22e");
  }

  /** An address that needs no key must not show what it was not made for. */
  @ParameterizedTest
  @ValueSource(strings = {"page", "pdf"})
  default void addressOfAPage_opensNothing_onceItsWidgetHasAnotherType(String kind) {
    String type = kind.equals("page") ? "iframe" : "pdf";
    String id = server().publish(file(type, "", "SELECT 'https://pages.example/' AS url"));
    String address = "/widgets/" + id + "/" + kind;
    assertThat(server().http().get(address).status()).isEqualTo(200);
    assertThat(server().http().get("/widgets/" + id + "/other").status()).isEqualTo(404);
    server().replace(id, "SELECT 'secret' AS x");
    assertThat(server().once(id, "").text()).contains("secret");
    HttpReply reply = server().http().get(address);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text()).doesNotContain("secret");
  }

  @Test
  default void frameOfAQuery_publishesAPageThatLeadsThere() {
    String sql = "SELECT 'https://pages.example/' || :name AS page";
    String id = server().publish(file("iframe", "-- params: [{paramName: name, value: x}]\n", sql));
    String endpoint = server().published(id).path("endpoint").asText();
    leadsTo(server().http().get(endpoint), "https://pages.example/x");
    leadsTo(server().http().get(endpoint + "?name=a%27b%26c"), "https://pages.example/a%27b&amp;c");
    leadsTo(server().askAgain(id, "theme=light"), "https://pages.example/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//pages.example",
        "/a",
        "ftp://pages.example",
        "https://user:word@pages.example",
        "https:///a",
        "https://a b.example",
        "x"
      })
  default void otherAddresses_areRefused_asValueAndInTheHeader(String address) {
    String sql = "SELECT '" + address + "' AS url";
    String detail = "The query returns an address that is not one of http or https";
    refused(file("iframe", "", sql), "", detail);
    refused(file("youtube", "", sql), "", detail);
    assertThat(server().problemsOf(file("iframe", "-- url: \"" + address + "\"\n", "")))
        .singleElement()
        .asString()
        .contains("expected an absolute address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iframe", "youtube"})
  default void addressOfAQuery_withoutRowOrValue_orWithSeveral_isRefusedInWords(String type) {
    refused(file(type, "", "SELECT 'x' AS url WHERE 1 = 0"), "", "There is nothing to show");
    refused(file(type, "", "SELECT CAST(NULL AS text) AS url"), "", "There is nothing to show");
    refused(file(type, "", "SELECT '' AS url"), "", "There is nothing to show");
    refused(
        file(type, "", "SELECT 'https://a.example' AS url UNION ALL SELECT 'https://b.example'"),
        "",
        "The query returns more than one row");
  }

  @Test
  default void video_isPlainText_andItsTranscriptToo() {
    String video = "https://www.youtube.com/watch?v=abc";
    String sql = "SELECT 'Hello' AS transcript, '" + video + "' AS url";
    String id = server().publish(file("youtube", "-- raw: true\n", sql));
    HttpReply reply = server().askAgain(id, "theme=dark");
    assertThat(reply.text()).isEqualTo(video);
    assertThat(
            ReplyJudge.youtubeFailures(
                reply.body(), Objects.requireNonNull(reply.header("Content-Type"))))
        .isEmpty();
    HttpReply raw = server().askAgain(id, "raw=true");
    assertThat(raw.text()).isEqualTo("Hello");
    assertThat(raw.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  default void videoOfAnAddress_isPlainText() {
    String id =
        server().publish(file("youtube", "-- url: https://www.youtube.com/watch?v=abc\n", ""));
    assertThat(server().published(id).path("endpoint").asText()).isEqualTo("/widgets/" + id);
    assertThat(server().askAgain(id, "").text()).isEqualTo("https://www.youtube.com/watch?v=abc");
    assertThat(server().askAgain(id, "raw=true").status()).isEqualTo(422);
  }

  @Test
  default void transcriptThatIsNotThere_isRefusedInWords() {
    String sql = "SELECT 'https://youtu.be/abc' AS url, CAST(NULL AS text) AS transcript";
    refused(file("youtube", "", sql), "raw=true", "This video has no transcript");
  }

  @Test
  default void queryBesideAnAddress_isAProblem() {
    String keys = "-- url: https://pages.example\n";
    assertThat(server().problemsOf(file("iframe", keys, "SELECT 1 AS a")))
        .contains("\"url\" and a query are both given; keep one of them");
    assertThat(server().problemsOf(file("iframe", "", "-- none\n")))
        .containsExactly("neither \"url\" nor a query that returns an address; give one");
  }
}

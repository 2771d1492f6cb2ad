package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Documents and viewers of files (widget-file §4, contract §4.8). */
interface FileContract extends Topic {
  String FILES =
      """
      -- ---
      -- type: multi_file_viewer
      -- params:
      --   - paramName: file
      --     optionsQuery: SELECT 'a' AS value
      --     multiSelect: true
      --     roles: [fileSelector]
      --     value: [b, a]
      -- ---
      SELECT file, filename, content, url FROM (VALUES
        ('a', 'A.txt', 'one', NULL),
        ('b', 'B.csv', NULL, 'https://files.example/b.csv'),
        ('c', 'C.exe', 'x', NULL),
        ('d', 'D.txt', NULL, NULL)
      ) AS v(file, filename, content, url) WHERE file IN (:file) ORDER BY file
      """;

  String A =
      "{\"data_format\":{\"data_type\":\"txt\",\"filename\":\"A.txt\"},\"content\":\"b25l\"}";
  String B =
      "{\"data_format\":{\"data_type\":\"csv\",\"filename\":\"B.csv\"},\"url\":\"https://files.example/b.csv\"}";

  private static String pdf(String sql) {
    return "-- ---\n-- type: pdf\n-- ---\n" + sql;
  }

  private void document(String sql, String json) {
    HttpReply reply = server().ask(pdf(sql), "");
    assertThat(reply.text()).isEqualTo(json);
    assertThat(ReplyJudge.pdfFailures(reply.body())).isEmpty();
  }

  private void refused(String sql, String detail) {
    HttpReply reply = server().ask(pdf(sql), "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).startsWith(detail);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  @Test
  default void pdf_sendsBytesAsBase64_orAnAddress() {
    String format = "{\"data_format\":{\"data_type\":\"pdf\",\"filename\":\"a \\\"b\\\".pdf\"},";
    document(
        "SELECT 'a \"b\".pdf' AS filename, CAST('%PDF-1' AS bytea) AS content",
        format + "\"content\":\"JVBERi0x\"}");
    document(
        "SELECT 'a \"b\".pdf' AS filename, 'https://files.example/a?b=c' AS url",
        format + "\"url\":\"https://files.example/a?b=c\"}");
    document(
        "SELECT 'a \"b\".pdf' AS filename, CAST(NULL AS bytea) AS content,"
            + " 'https://files.example/a' AS url",
        format + "\"url\":\"https://files.example/a\"}");
  }

  @Test
  default void pdfWithoutName_isNamedAsTheWidget() {
    String id = server().publish(pdf("SELECT CAST('x' AS bytea) AS content"));
    HttpReply reply = server().http().get(server().published(id).path("endpoint").asText());
    assertThat(reply.json().path("data_format").path("filename").asText()).isEqualTo(id + ".pdf");
  }

  @Test
  default void pdf_isPublishedAtAnAddressOfItsOwn() {
    String id = server().publish(pdf("SELECT 'x' AS content"));
    String endpoint = server().published(id).path("endpoint").asText();
    assertThat(endpoint).isEqualTo("/widgets/" + id + "/pdf");
    assertThat(server().http().get(endpoint).text()).isEqualTo(server().once(id, "").text());
  }

  @Test
  default void pdfOfSeveralMegabytes_isWhole() {
    String id =
        server()
            .publish(pdf("SELECT CAST(repeat('0123456789abcdef', 700001) AS bytea) AS content"));
    HttpReply reply = server().once(id, "");
    byte[] bytes = Base64.getDecoder().decode(reply.json().path("content").asText());
    assertThat(bytes).hasSize(16 * 700_001).startsWith('0', '1').endsWith('e', 'f');
  }

  @Test
  default void pdf_thatIsTooLargeOrNotThere_isRefusedInWords() {
    refused("SELECT 'x' AS content WHERE 1 = 0", "There is no document");
    refused("SELECT CAST(NULL AS bytea) AS content", "There is no document");
    refused("SELECT 'x' AS content UNION ALL SELECT 'y'", "The query returns more than one row");
    refused("SELECT 'javascript:a' AS url", "The query returns an address that is not one of");
    refused("SELECT repeat('0123456789abcdef', 1400000) AS content", "\"w");
  }

  @Test
  default void files_areAnsweredInTheOrderAsked_eachByItself() {
    String id = server().publish(FILES);
    HttpReply reply =
        server().http().post("/widgets/" + id, "{\"file\":[\"b\",\"x\",\"a\",\"c\",\"d\",\"b\"]}");
    assertThat(reply.text())
        .isEqualTo(
            "["
                + B
                + ",{\"error_type\":\"not_found\",\"content\":\"There is no file \\\"x\\\"\"},"
                + A
                + ",{\"error_type\":\"not_supported\",\"content\":\"\\\"C.exe\\\" is of a kind that"
                + " cannot be shown\"},{\"error_type\":\"not_found\",\"content\":\"There is no file"
                + " \\\"d\\\"\"}]");
    assertThat(ReplyJudge.filesFailures(reply.body())).isEmpty();
  }

  @Test
  default void files_thatNobodyNames_areThoseOfTheDefault() {
    String id = server().publish(FILES);
    String both = "[" + B + "," + A + "]";
    assertThat(server().http().post("/widgets/" + id, "{}").text()).isEqualTo(both);
    assertThat(server().http().post("/widgets/" + id, "").text()).isEqualTo(both);
    assertThat(server().http().post("/widgets/" + id, "{\"file\":[]}").text()).isEqualTo(both);
    assertThat(server().askAgain(id, "").text()).isEqualTo(both);
    assertThat(server().askAgain(id, "file=a").text()).isEqualTo("[" + A + "]");
    assertThat(server().askAgain(id, "file=a,b").text()).isEqualTo("[" + A + "," + B + "]");
  }

  @Test
  default void keptFiles_areSharedByThoseWhoAskForTheSame_inTheSameOrder() {
    String id = server().publish(FILES.replace("-- params:", "-- cache: 10m\n-- params:"));
    for (String asked : List.of("[\"a\",\"b\"]", "[\"b\",\"a\"]", "[\"a\"]")) {
      String body = "{\"file\":" + asked + "}";
      HttpReply first = server().http().post("/widgets/" + id, body);
      HttpReply second = server().http().post("/widgets/" + id, body);
      assertThat(first.header("Cache-Status")).isEqualTo("sql-widgets; fwd=miss; stored");
      assertThat(second.header("Cache-Status")).startsWith("sql-widgets; hit");
      assertThat(second.text()).isEqualTo(first.text());
    }
    assertThat(server().once(id, "file=b,a").header("Cache-Status"))
        .as("the same by GET")
        .startsWith("sql-widgets; hit");
  }

  @Test
  default void filesBody_thatIsNoObject_isRefused() {
    String id = server().publish(FILES);
    HttpReply reply = server().http().post("/widgets/" + id, "[1");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  @Test
  default void filesSelector_isPublished() {
    String id = server().publish(FILES);
    assertThat(server().published(id).path("params").get(0).path("roles").toString())
        .isEqualTo("[\"fileSelector\"]");
  }
}

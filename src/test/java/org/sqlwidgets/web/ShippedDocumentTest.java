package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** The document that an example writes in SQL is one that readers open. */
class ShippedDocumentTest {

  @Test
  void priceSheet_ofEveryStock_isAWholePdf() {
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.directory",
            "sql-widgets",
            "sql-widgets.example",
            true,
            "sql-widgets.embedded-url",
            "jdbc:h2:mem:" + UUID.randomUUID());
    try (TestServer server = TestServer.start(settings)) {
      for (String symbol : List.of("AAPL", "GOOG", "MSFT")) {
        HttpReply reply = server.get("/widgets/price_sheet/pdf?symbol=" + symbol);
        assertThat(ReplyJudge.pdfFailures(reply.body())).as(reply.text()).isEmpty();
        byte[] bytes = Base64.getDecoder().decode(reply.json().path("content").asText());
        check(new String(bytes, StandardCharsets.ISO_8859_1));
      }
      assertThat(server.get("/widgets/price_sheet/pdf?symbol=NONE").status()).isEqualTo(422);
    }
  }

  /** The list at the end says where each object begins. */
  private static void check(String pdf) {
    assertThat(pdf).startsWith("%PDF-1.4\n").endsWith("%%EOF\n").contains(" ET ", "low ");
    String[] end = pdf.substring(pdf.lastIndexOf("startxref")).split("\n", -1);
    String list = pdf.substring(Integer.parseInt(end[1]));
    assertThat(list).startsWith("xref\n0 6\n");
    List<String> entries = list.lines().skip(3).limit(5).toList();
    for (int i = 0; i < entries.size(); i++) {
      int offset = Integer.parseInt(entries.get(i).substring(0, 10));
      assertThat(pdf.substring(offset)).startsWith((i + 1) + " 0 obj\n");
    }
    int stream = pdf.indexOf("stream\n") + 7;
    assertThat(pdf.indexOf("\nendstream") - stream).isEqualTo(2000);
  }
}

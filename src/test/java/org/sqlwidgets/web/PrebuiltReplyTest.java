package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

class PrebuiltReplyTest {
  private static final String SETTING = "test.prebuilt-routes";
  private static final String LARGE = "{\"a\":\"" + "price of one share, ".repeat(10_000) + "\"}";

  private static TestServer server;

  @Controller("/prebuilt")
  @Requires(property = SETTING)
  static class Routes {
    private final PrebuiltReply large = PrebuiltReply.of(LARGE.getBytes(StandardCharsets.UTF_8));

    @Get("/large")
    HttpResponse<?> large(HttpRequest<?> request) {
      return large.reply(request);
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of(SETTING, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"/agents.json, {}", "/templates.json, []"})
  void emptyDocuments_areServed(String path, String json) {
    HttpReply reply = server.get(path, "Accept-Encoding: gzip");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo(json);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Content-Length")).isEqualTo("2");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(reply.headers()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void largeDocument_isSentWhole() {
    HttpReply reply = server.get("/prebuilt/large");
    assertThat(reply.text()).isEqualTo(LARGE);
    assertThat(reply.headers()).doesNotContainKeys("Content-Encoding", "Transfer-Encoding");
  }

  @Test
  void gzipForm_holdsTheSameDocument_underItsOwnTag() throws IOException {
    HttpReply gzip = server.get("/prebuilt/large", "Accept-Encoding: gzip, br");
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.header("Content-Length")).isEqualTo(Integer.toString(gzip.body().length));
    assertThat(gzip.header("Vary")).contains("Accept-Encoding");
    assertThat(gzip.body().length).isLessThan(LARGE.length() / 50);
    assertThat(unpack(gzip.body())).isEqualTo(LARGE);
    assertThat(gzip.header("ETag")).isNotEqualTo(server.get("/prebuilt/large").header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void knownTag_gets304_withoutBody_andTheConnectionStays(String encoding) {
    String accept = "Accept-Encoding: " + encoding;
    String tag = server.get("/prebuilt/large", accept).header("ETag");
    String request =
        "GET /prebuilt/large HTTP/1.1\r\nHost: localhost\r\n%s\r\nIf-None-Match: %s\r\n\r\n"
            .formatted(accept, tag);
    try (HttpConnection connection = server.connect()) {
      for (int i = 0; i < 3; i++) {
        HttpReply reply = connection.exchange(request);
        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.header("ETag")).isEqualTo(tag);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reply.header("Vary")).contains("Accept-Encoding");
        assertThat(reply.headers()).doesNotContainKeys("Content-Length", "Content-Encoding");
      }
    }
  }

  @Test
  void tagOfTheOtherForm_isNotEnough() {
    String plain = server.get("/prebuilt/large").header("ETag");
    assertThat(
            server
                .get("/prebuilt/large", "Accept-Encoding: gzip", "If-None-Match: " + plain)
                .status())
        .isEqualTo(200);
  }

  @Test
  void tag_isStrong_andFollowsTheContent() {
    assertThat(server.get("/agents.json").header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(server.get("/agents.json").header("ETag"))
        .isNotEqualTo(server.get("/templates.json").header("ETag"));
  }

  @Test
  void oneConnection_getsTheSameBytesAgainAndAgain() {
    try (HttpConnection connection = server.connect()) {
      for (int i = 0; i < 50; i++) {
        HttpReply reply =
            connection.exchange("GET /prebuilt/large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.text()).isEqualTo(LARGE);
      }
    }
  }

  private static String unpack(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

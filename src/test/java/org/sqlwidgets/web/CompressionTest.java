package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Replies that are made for one request are compressed on their way out. */
class CompressionTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of(BrokenRoutes.SETTING, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void largeReply_isCompressed_forThoseWhoTakeIt() throws IOException {
    HttpReply plain = server.get("/broken/large");
    HttpReply gzip = server.get("/broken/large", "Accept-Encoding: gzip, deflate, br, zstd");
    assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.header("Vary")).contains("Accept-Encoding");
    assertThat(gzip.body().length).isLessThan(plain.body().length / 10);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @Test
  void smallReply_isNot() {
    assertThat(server.get("/nothing", "Accept-Encoding: gzip").headers())
        .doesNotContainKey("Content-Encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip;q=0.1, deflate', gzip",
    "'*', gzip",
    "'snappy, gzip', gzip",
    "'deflate', ''",
    "'snappy', ''",
    "'br, zstd', ''",
    "'gzip;q=0, *', ''",
    "'br, gzip;q=0', ''"
  })
  void codingIsGzip_orNone(String accepted, String coding) {
    HttpReply reply = server.get("/broken/large", "Accept-Encoding: " + accepted);
    assertThat(Objects.requireNonNullElse(reply.header("Content-Encoding"), "")).isEqualTo(coding);
  }

  @Test
  void codings_mayStandInSeveralLines() {
    HttpReply reply =
        server.get("/broken/large", "Accept-Encoding: br", "Accept-Encoding: gzip;q=0.5");
    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
  }
}

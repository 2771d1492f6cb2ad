package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
}

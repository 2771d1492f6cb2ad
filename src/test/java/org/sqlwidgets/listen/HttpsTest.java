package org.sqlwidgets.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlwidgets.testing.TestServer;

class HttpsTest {
  private static final String ORIGIN = "https://pro.openbb.co";

  @TempDir static Path folder;

  private static Certificates first;
  private static Certificates second;

  @BeforeAll
  static void make() throws Exception {
    first = Certificates.make(folder, "first", "RSA");
    second = Certificates.make(folder, "second", "EC");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bothVersionsOfHttp_areSpoken(HttpClient.Version version) throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = first.client(version)) {
      HttpResponse<String> reply = get(client, server, "/agents.json");
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("{}");
      assertThat(reply.version()).isEqualTo(version);
      assertThat(reply.headers().firstValue("vary")).hasValue("Origin, Accept-Encoding");
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void errors_areTheSame(HttpClient.Version version) throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = first.client(version)) {
      assertThat(get(client, server, "/nothing").statusCode()).isEqualTo(404);
      assertThat(get(client, server, "/agents.json?a=" + "x".repeat(33_000)).statusCode())
          .isEqualTo(414);
    }
  }

  /** The framework answers an address that is none before any filter; the browser shall read it. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void malformedAddress_isToldToTheClientsOrigin(HttpClient.Version version) throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = first.client(version)) {
      HttpResponse<String> reply = get(client, server, "//", "Origin", "https://pro.openbb.co");
      assertThat(reply.statusCode()).isEqualTo(400);
      assertThat(reply.body()).contains("the request is malformed");
      assertThat(reply.headers().firstValue("access-control-allow-origin"))
          .hasValue("https://pro.openbb.co");
    }
  }

  /** The framework knows more codings, and would choose Snappy here. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void codingIsGzip_whateverElseIsTaken(HttpClient.Version version) throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = first.client(version)) {
      URI address = URI.create("https://localhost:" + server.port() + "/prometheus");
      HttpRequest request =
          HttpRequest.newBuilder(address).header("Accept-Encoding", "snappy, gzip").build();
      HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
      assertThat(reply.headers().firstValue("content-encoding")).hasValue("gzip");
    }
  }

  /** What is too large is told to scripts, too, and does not end the connection for others. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void limits_areNamed_andTheOriginMayReadIt(HttpClient.Version version, @TempDir Path widgets)
      throws Exception {
    Files.writeString(
        widgets.resolve("answer.sql"),
        "-- ---\n-- type: omni\n-- ---\nSELECT :prompt || '' AS echo\n");
    Files.writeString(
        widgets.resolve("block.sql"), "-- ---\n-- type: ssrm_table\n-- ---\nSELECT 1 AS x\n");
    Map<String, Object> settings = new HashMap<>(first.settings());
    settings.put("sql-widgets.directory", widgets.toString());
    try (TestServer server = TestServer.start(settings);
        HttpClient client = first.client(version)) {
      isTold(
          client,
          request(server, "/agents.json?a=" + "x".repeat(33_000)),
          414,
          "the address is longer than 32768 characters");
      isTold(
          client,
          request(server, "/agents.json").header("X-A", "x".repeat(33_000)),
          431,
          "the request headers are larger than 32768 bytes together");
      byte[] large = ("{\"prompt\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);
      for (String path : List.of("/widgets/answer", "/widgets/block")) {
        for (BodyPublisher body :
            List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
          isTold(
              client,
              request(server, path).POST(body),
              413,
              "the request body is larger than 1048576 bytes");
        }
      }
      byte[] small = ("{\"prompt\":\"" + "x".repeat(500_000) + "\"}").getBytes(UTF_8);
      HttpRequest last =
          request(server, "/widgets/answer").POST(BodyPublishers.ofByteArray(small)).build();
      assertThat(client.send(last, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private static HttpRequest.Builder request(TestServer server, String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
        .header("Origin", ORIGIN)
        .header("Content-Type", "application/json");
  }

  private static void isTold(
      HttpClient client, HttpRequest.Builder request, int status, String detail) throws Exception {
    HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.body()).startsWith("{\"detail\":\"" + detail + "\"");
    assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
  }

  /** An array that is cut must look cut: over HTTP/2 its stream is reset, and no other. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void errorAfterTheFirstRows_breaksTheReplyOff_andTheNextIsTold(
      HttpClient.Version version, @TempDir Path widgets) throws Exception {
    Files.writeString(
        widgets.resolve("wide.sql"),
        "-- ---\n-- maxRows: 200000\n-- ---\n"
            + "SELECT 100 / (50000 - n) AS x, repeat('x', 400) AS filler"
            + " FROM generate_series(1, 100000) AS g(n)");
    Map<String, Object> settings = new HashMap<>(first.settings());
    settings.put("sql-widgets.directory", widgets.toString());
    try (TestServer server = TestServer.start(settings);
        HttpClient client = first.client(version)) {
      assertThatThrownBy(() -> get(client, server, "/widgets/wide"))
          .isInstanceOf(IOException.class);
      assertThat(get(client, server, "/widgets/wide").statusCode()).isEqualTo(422);
      assertThat(get(client, server, "/agents.json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void streamsOfOneConnection_areLimited() throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        RawHttp2 connection = RawHttp2.open(first, server.port())) {
      int maxConcurrentStreams = 3;
      assertThat(connection.settings()).containsEntry(maxConcurrentStreams, 250);
    }
  }

  /** Each costs the server more than the client, which waits for nothing (CVE-2023-44487). */
  @Test
  void streamsThatAreResetAtOnce_endTheConnection() throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = first.client(HttpClient.Version.HTTP_2);
        RawHttp2 connection = RawHttp2.open(first, server.port())) {
      try {
        for (int stream = 1; stream < 4000; stream += 2) {
          connection.get(stream, "/widgets.json");
          connection.reset(stream);
        }
      } catch (SocketException e) {
        assertThat(e).as("the connection has ended while we sent").isNotNull();
      }
      assertThat(connection.isEnded()).isTrue();
      assertThat(get(client, server, "/agents.json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void otherCertificate_isNotTrusted() throws Exception {
    try (TestServer server = TestServer.start(first.settings());
        HttpClient client = second.client(HttpClient.Version.HTTP_1_1)) {
      assertThatThrownBy(() -> get(client, server, "/agents.json"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void changedFiles_areShownToNewConnections_andBadOnesNot() throws Exception {
    Path certificate = folder.resolve("renewed.crt");
    Path key = folder.resolve("renewed.key");
    Certificates files = new Certificates(certificate, key);
    copy(first, files, 1);
    try (TestServer server = TestServer.start(files.settings())) {
      TlsCertificate tls = server.context().getBean(TlsCertificate.class);
      assertServes(server, first);

      copy(second, files, 2);
      tls.reload();
      assertServes(server, second);

      Files.writeString(key, "half written");
      tls.reload();
      assertServes(server, second);
    }
  }

  @Test
  void plainHttp_isNotSpokenOnThatPort() {
    try (TestServer server = TestServer.start(first.settings())) {
      assertThatThrownBy(() -> server.get("/agents.json")).isNotNull();
    }
  }

  @Test
  void badFiles_stopTheStartWithASentence() {
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.tls.certificate", first.certificate().toString(),
            "sql-widgets.tls.key", second.key().toString());
    assertThatThrownBy(() -> TestServer.start(settings))
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("does not belong to the first certificate");
  }

  @Test
  void settingsOfTheFramework_areRefused_withOurs() {
    assertThatThrownBy(
            () ->
                TestServer.start(
                    Map.of(
                        "micronaut.server.ssl.enabled", true,
                        "micronaut.server.ssl.build-self-signed", true)))
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("set sql-widgets.tls.certificate and sql-widgets.tls.key");
  }

  private static void assertServes(TestServer server, Certificates trusted) throws Exception {
    try (HttpClient client = trusted.client(HttpClient.Version.HTTP_1_1)) {
      assertThat(get(client, server, "/agents.json").statusCode()).isEqualTo(200);
    }
  }

  private static void copy(Certificates from, Certificates to, int version) throws Exception {
    for (Path[] pair :
        new Path[][] {{from.certificate(), to.certificate()}, {from.key(), to.key()}}) {
      Files.copy(pair[0], pair[1], StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(pair[1], FileTime.fromMillis(version * 10_000L));
    }
  }

  private static HttpResponse<String> get(
      HttpClient client, TestServer server, String path, String... headers) throws Exception {
    URI address = URI.create("https://localhost:" + server.port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }
}

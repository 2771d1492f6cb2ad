package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Contract §8.1: the client's origins may read every reply, others get it without CORS headers. */
class CorsTest {
  private static final String KEY = "k-0123456789";
  private static final List<String> CLIENT =
      List.of(
          "https://pro.openbb.co",
          "https://pro.openbb.dev",
          "https://excel.openbb.co",
          "https://excel.openbb.dev",
          "http://localhost:1420",
          "http://localhost:3000");
  private static final List<String> OTHERS =
      List.of(
          "https://evil.example",
          "https://pro.openbb.co.evil.example",
          "http://pro.openbb.co",
          "https://pro.openbb.co:8443",
          "http://localhost:3001",
          "null");

  private static TestServer open;
  private static TestServer keyed;

  @BeforeAll
  static void start() {
    open = TestServer.start(Map.of(BrokenRoutes.SETTING, true));
    keyed = TestServer.start(Map.of("sql-widgets.api-keys", KEY));
  }

  @AfterAll
  static void stop() {
    open.close();
    keyed.close();
  }

  /** One request for each status that the server gives. */
  private enum Case {
    OK(200, "GET", "/agents.json"),
    HEAD(200, "HEAD", "/agents.json"),
    MALFORMED(400, "GET", "/broken/number?limit=abc"),
    BAD_ADDRESS(400, "GET", "http://[bad/"),
    NO_PATH(400, "GET", "mailto:x"),
    FORBIDDEN(403, "GET", "/agents.json", "Host: evil.example"),
    NOT_FOUND(404, "GET", "/nothing"),
    METHOD(405, "DELETE", "/agents.json"),
    TOO_LONG(414, "GET", "/agents.json?a=" + "x".repeat(40_000)),
    LARGE_HEADERS(431, "GET", "/agents.json", "Cookie: " + "x".repeat(40_000)),
    LARGE_BODY(
        413,
        "POST",
        "/broken/body",
        "Content-Type: application/json",
        "Content-Length: " + (2 << 20)),
    COMPRESSED(415, "GET", "/agents.json", "Content-Encoding: gzip"),
    FORM(415, "POST", "/broken/body", "Content-Type: multipart/form-data; boundary=x"),
    UNPROCESSABLE(422, "GET", "/broken/status/422"),
    BUSY(503, "GET", "/broken/status/503"),
    TIMEOUT(504, "GET", "/broken/status/504"),
    UNEXPECTED(500, "GET", "/broken/unexpected");

    final int status;
    final String method;
    final String path;
    final String[] headers;

    Case(int status, String method, String path, String... headers) {
      this.status = status;
      this.method = method;
      this.path = path;
      this.headers = headers;
    }

    HttpReply send(TestServer server, String origin) {
      List<String> all = Stream.concat(Stream.of(headers), Stream.of("Origin: " + origin)).toList();
      return server.send(method, path, all.toArray(String[]::new));
    }
  }

  static Stream<Arguments> casesOfTheClient() {
    return Stream.of(Case.values())
        .flatMap(one -> CLIENT.stream().map(origin -> Arguments.of(one, origin)));
  }

  static Stream<Arguments> casesOfOthers() {
    return Stream.of(Case.values())
        .flatMap(one -> OTHERS.stream().map(origin -> Arguments.of(one, origin)));
  }

  @ParameterizedTest
  @MethodSource("casesOfTheClient")
  void clientOrigin_mayReadEveryReply(Case one, String origin) {
    HttpReply reply = one.send(open, origin);
    assertThat(reply.status()).isEqualTo(one.status);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(reply.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
    assertThat(reply.header("Vary")).contains("Origin", "Accept-Encoding");
  }

  @ParameterizedTest
  @MethodSource("casesOfOthers")
  void otherOrigin_getsTheSameReplyWithoutCorsHeaders(Case one, String origin) {
    HttpReply reply = one.send(open, origin);
    assertThat(reply.status()).isEqualTo(one.status);
    assertThat(reply.headers().keySet()).noneMatch(CorsTest::isCorsHeader);
    assertThat(reply.header("Vary")).contains("Origin");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void noOrigin_getsNoCorsHeaders() {
    HttpReply reply = open.get("/agents.json");
    assertThat(reply.headers().keySet()).noneMatch(CorsTest::isCorsHeader);
    assertThat(reply.header("Vary")).contains("Origin");
  }

  @Test
  void missingKey_isReadableForTheClient() {
    HttpReply reply = keyed.get("/agents.json", "Origin: https://pro.openbb.co");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://pro.openbb.co");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents.json", "/widgets/any", "/options/any", "/nothing", "/health"})
  void preflight_ofTheClient_isAllowedWithoutKey(String path) {
    HttpReply reply = preflight(keyed, path, "https://pro.openbb.co", "x-api-key, content-type");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://pro.openbb.co");
    assertThat(reply.header("Access-Control-Allow-Methods"))
        .contains("GET", "POST", "PUT", "OPTIONS");
    assertThat(reply.header("Access-Control-Allow-Headers")).isEqualTo("x-api-key, content-type");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(reply.header("Vary")).contains("Origin");
    assertThat(reply.headers()).doesNotContainKey("Access-Control-Allow-Private-Network");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void preflight_forAPrivateNetwork_isAllowedWhenAsked() {
    HttpReply reply =
        open.send(
            "OPTIONS",
            "/widgets.json",
            "Origin: https://pro.openbb.co",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Private-Network: true");
    assertThat(reply.header("Access-Control-Allow-Private-Network")).isEqualTo("true");
    assertThat(reply.headers()).doesNotContainKey("Access-Control-Allow-Headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void preflight_ofOthers_allowsNothing(String origin) {
    HttpReply reply = preflight(open, "/widgets.json", origin, "x-api-key");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers().keySet()).noneMatch(CorsTest::isCorsHeader);
  }

  @Test
  void preflight_askingForWhatIsNoHeaderName_echoesNothing() {
    HttpReply strange = preflight(open, "/agents.json", "https://pro.openbb.co", "a<b>:c");
    HttpReply endless = preflight(open, "/agents.json", "https://pro.openbb.co", "x".repeat(1025));
    assertThat(strange.headers()).doesNotContainKey("Access-Control-Allow-Headers");
    assertThat(endless.headers()).doesNotContainKey("Access-Control-Allow-Headers");
  }

  @Test
  void options_withoutOrigin_namesTheMethods() {
    HttpReply reply = open.send("OPTIONS", "/agents.json");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Allow")).contains("GET", "POST");
  }

  @Test
  void configuredOrigins_replaceTheDefault() {
    try (TestServer server =
        TestServer.start(
            Map.of("sql-widgets.cors.allowed-origins", "https://a.example, HTTPS://b.example"))) {
      assertThat(server.get("/agents.json", "Origin: https://b.example").headers())
          .containsKey("Access-Control-Allow-Origin");
      assertThat(server.get("/agents.json", "Origin: https://pro.openbb.co").headers())
          .doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  private static HttpReply preflight(TestServer server, String path, String origin, String names) {
    return server.send(
        "OPTIONS",
        path,
        "Origin: " + origin,
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: " + names);
  }

  private static boolean isCorsHeader(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-");
  }
}

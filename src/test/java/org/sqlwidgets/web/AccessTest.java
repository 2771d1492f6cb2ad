package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.access.AllowList;
import org.sqlwidgets.access.SignedAddresses;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Names and keys, over real HTTP. */
class AccessTest {
  private static final String OLD = "old-0123456789";
  private static final String NEW = "new-0123456789";

  private static TestServer open;
  private static TestServer keyed;

  @BeforeAll
  static void start() {
    open = TestServer.start(Map.of("sql-widgets.allowed-hosts", "widgets.example.com"));
    keyed =
        TestServer.start(
            Map.of("micronaut.server.host", "127.0.0.1", "sql-widgets.api-keys", OLD + ", " + NEW));
  }

  @AfterAll
  static void stop() {
    open.close();
    keyed.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:7779",
        "127.0.0.1:7779",
        "[::1]:7779",
        "widgets.example.com:80"
      })
  void ownName_isServed(String host) {
    assertThat(open.get("/agents.json", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents.json", "/health", "/nothing"})
  void foreignName_isRefused_andToldTheSetting(String path) {
    HttpReply reply = open.get(path, "Host: evil.example:7779");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo(
            "the host \"evil.example:7779\" is not allowed, only this machine itself (localhost,"
                + " 127.0.0.1, [::1]) and names listed in sql-widgets.allowed-hosts; or set"
                + " sql-widgets.api-keys");
  }

  @Test
  void requestWithoutHost_isRefused() {
    HttpReply reply = open.raw("GET /agents.json HTTP/1.1\r\nAccept: */*\r\n\r\n");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().get("detail").textValue()).startsWith("a request without a Host is");
  }

  @Test
  void secondHostHeader_isRefused() {
    HttpReply reply =
        open.raw("GET /agents.json HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n");
    assertThat(reply.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[bad/", "//[bad/", "//a|b/", "mailto:x", "/%00"})
  void malformedAddress_isRefusedLikeAnyOther_theKeyAndTheHostFirst(String address) {
    assertThat(keyed.get(address).status()).isEqualTo(401);
    assertThat(keyed.get(address, "X-API-KEY: guessed-0123456789").status()).isEqualTo(401);
    assertThat(keyed.get(address, "X-API-KEY: " + NEW).status()).isEqualTo(400);
    assertThat(open.get(address, "Host: evil.example").status()).isEqualTo(403);
    assertThat(open.get(address).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-API-KEY: " + OLD,
        "x-api-key: " + NEW,
        "Authorization: Bearer " + NEW,
      })
  void rightKey_isServedUnderAnyName(String header) {
    assertThat(keyed.get("/agents.json", header, "Host: widgets.example.com").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents.json", "/nothing", "/health/more", "/Health", "/widgets.json"})
  void missingKey_is401_beforeAnythingElseIsTold(String path) {
    HttpReply reply = keyed.get(path);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"SQL Widgets\"");
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo("an API key is needed, in the header X-API-KEY or as Authorization: Bearer");
  }

  /** Every route there is, so that a new one cannot be open by mistake. */
  @Test
  void noRoute_isOpenWithoutAKey_butThoseThatSayNothing() {
    Set<String> open =
        keyed
            .context()
            .getBean(Router.class)
            .uriRoutes()
            .map(AccessTest::request)
            .filter(AccessTest::isOpen)
            .map(request -> request.split(" ")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open)
        .containsExactly(
            "/health", "/health/liveness", "/health/readiness", "/studio/app/x", "/studio/lib/x");
  }

  /** A request to a route, with something for each name in its address. */
  private static String request(UriRouteInfo<?, ?> route) {
    String path = route.getUriMatchTemplate().toString();
    return route.getHttpMethodName()
        + " "
        + path.replace("{/signature}", "/x").replaceAll("\\{[^}]*}", "x");
  }

  private static boolean isOpen(String request) {
    String[] parts = request.split(" ");
    return keyed.send(parts[0], parts[1]).status() != 401;
  }

  @Test
  void wrongKey_is401() {
    HttpReply reply = keyed.get("/agents.json", "X-API-KEY: guessed-0123456789");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo("the API key is not one of this server's keys");
  }

  @Test
  void signedAddress_needsNoKey_anyOtherDoes() {
    String signed =
        keyed
            .context()
            .getBean(SignedAddresses.class)
            .publishedTo(AllowList.ALL)
            .of("live", "nothing");
    assertThat(keyed.get(signed).status()).isEqualTo(404);
    assertThat(keyed.get(signed + "?symbol=AAPL").status()).isEqualTo(404);
    assertThat(keyed.get(signed, "X-API-KEY: wrong-0123456789").status()).isEqualTo(404);
    assertThat(keyed.get(signed.replace("nothing", "other")).status()).isEqualTo(401);
    assertThat(keyed.get(signed.replace("nothing", "no%74hing")).status()).isEqualTo(401);
    assertThat(keyed.get("/widgets/nothing").status()).isEqualTo(401);
  }

  @Test
  void queryParameter_isNoKey_unlessASettingNamesIt() {
    assertThat(keyed.get("/agents.json?api_key=" + NEW).status()).isEqualTo(401);
    try (TestServer server =
        TestServer.start(
            Map.of(
                "micronaut.server.host", "127.0.0.1",
                "sql-widgets.api-keys", NEW,
                "sql-widgets.api-key-query-param", "api_key"))) {
      assertThat(server.get("/agents.json?api_key=" + NEW).status()).isEqualTo(200);
      assertThat(server.get("/agents.json?API_KEY=" + NEW).status()).isEqualTo(401);
      assertThat(server.get("/agents.json?api_key=wrong").status()).isEqualTo(401);
      assertThat(server.get("/agents.json?api_key=wrong", "X-API-KEY: " + NEW).status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "", "0123456789,,abcdefghij"})
  void unsafeKeys_stopTheStartWithASentence(String keys) {
    assertThatThrownBy(() -> TestServer.start(Map.of("sql-widgets.api-keys", keys)))
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("sql-widgets.api-keys ");
  }
}

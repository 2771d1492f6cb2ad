package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** The server behind a proxy that has another name and speaks HTTPS. */
class PublicUrlTest {
  private static final String URL = "https://widgets.example.com/desk";

  @Test
  void publicUrl_isItsAddress_itsName_andInTheConnectLink() {
    try (TestServer server = TestServer.start(Map.of("sql-widgets.public-url", URL + "/"))) {
      HttpReply reply = server.get("/", "Host: widgets.example.com");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().get("url").textValue()).isEqualTo(URL);
      assertThat(reply.json().get("connect").textValue())
          .endsWith("&url=https%3A%2F%2Fwidgets.example.com%2Fdesk");
      assertThat(server.get("/", "Host: evil.example.com").status()).isEqualTo(403);
    }
  }

  @Test
  void forwardedHeaders_areNotBelieved() {
    try (TestServer server = TestServer.start()) {
      HttpReply reply =
          server.get("/", "X-Forwarded-Host: evil.example.com", "X-Forwarded-Proto: https");
      assertThat(reply.json().get("url").textValue())
          .isEqualTo("http://localhost:" + server.port());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "widgets.example.com",
        "ftp://widgets.example.com",
        "https://user@widgets.example.com",
        "https://widgets.example.com/?a=b",
        "https://widgets.example.com#x",
        "https:///desk",
        ""
      })
  void whatIsNoAddress_stopsTheStart(String url) {
    assertThatThrownBy(() -> TestServer.start(Map.of("sql-widgets.public-url", url)).close())
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "sql-widgets.public-url: \"%s\" is not an address, expected one such as"
                + " \"https://widgets.example.com\"",
            url);
  }
}

package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.TestServer;

class OwnOriginTest {
  private static final MutableHttpRequest<?> REQUEST =
      HttpRequest.POST("/actions/x", "{}").header("Host", "localhost:7779");

  private static boolean isOwn(String origin, HttpRequest<?> request, String... publicUrl) {
    Map<String, Object> settings =
        publicUrl.length == 0 ? Map.of() : Map.of("sql-widgets.public-url", publicUrl[0]);
    try (ApplicationContext context = TestServer.unstarted(settings)) {
      return context.getBean(OwnOrigin.class).is(origin, request);
    }
  }

  @Test
  void pageOfThisServer_isOwn() {
    assertThat(isOwn("http://localhost:7779", REQUEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:7779",
        "http://localhost",
        "http://localhost:7780",
        "http://127.0.0.1:7779",
        "http://localhost:7779.evil.example.com",
        "https://widgets.example.com",
        "null",
        ""
      })
  void otherPages_areNot(String origin) {
    assertThat(isOwn(origin, REQUEST)).isFalse();
  }

  @Test
  void requestWithoutAHost_hasNoOwnPage() {
    assertThat(isOwn("http://null", HttpRequest.GET("/"))).isFalse();
  }

  @Test
  void behindAProxy_thePageOfThePublicUrl_isOwn_andNoOtherThatAHeaderNames() {
    String url = "https://Widgets.example.com/desk/";
    MutableHttpRequest<?> forwarded =
        HttpRequest.POST("/actions/x", "{}")
            .header("Host", "10.0.0.5:7779")
            .header("X-Forwarded-Host", "evil.example.com")
            .header("X-Forwarded-Proto", "https")
            .header("Forwarded", "host=evil.example.com;proto=https");
    assertThat(isOwn("https://widgets.example.com", forwarded, url)).isTrue();
    assertThat(isOwn("http://widgets.example.com", forwarded, url)).isFalse();
    assertThat(isOwn("https://widgets.example.com:8443", forwarded, url)).isFalse();
    assertThat(isOwn("https://evil.example.com", forwarded, url)).isFalse();
    assertThat(isOwn("http://10.0.0.5:7779", forwarded, url)).isTrue();
  }
}

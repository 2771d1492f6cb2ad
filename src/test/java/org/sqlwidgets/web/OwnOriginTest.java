package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnOriginTest {
  private static final MutableHttpRequest<?> REQUEST =
      HttpRequest.POST("/actions/x", "{}").header("Host", "localhost:7779");

  @Test
  void pageOfThisServer_isOwn() {
    assertThat(OwnOrigin.is("http://localhost:7779", REQUEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:7779",
        "http://localhost",
        "http://localhost:7780",
        "http://127.0.0.1:7779",
        "http://localhost:7779.evil.example.com",
        "null",
        ""
      })
  void otherPages_areNot(String origin) {
    assertThat(OwnOrigin.is(origin, REQUEST)).isFalse();
  }

  @Test
  void requestWithoutAHost_hasNoOwnPage() {
    assertThat(OwnOrigin.is("http://null", HttpRequest.GET("/"))).isFalse();
  }
}

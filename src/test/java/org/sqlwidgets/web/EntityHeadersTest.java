package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityHeadersTest {
  private static final String TAG = "\"abc\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "deflate,gzip;q=0.5",
        "br;q=1.0, gzip;q=0.001",
        "*",
        "br, *;q=0.1"
      })
  void clientThatTakesGzip_getsIt(String accepted) {
    assertThat(EntityHeaders.takesGzip(accepted)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip; q=0.000",
        "gzip;q=0, *",
        "*;q=0",
        "gzippy",
        "br;gzip"
      })
  void clientThatDoesNot_getsNone(@Nullable String accepted) {
    assertThat(EntityHeaders.takesGzip(accepted)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc\"",
        "W/\"abc\"",
        "*",
        "\"x\", \"abc\"",
        "\"x\",W/\"abc\",\"y\"",
        " \"abc\" "
      })
  void namedTag_isFound(String ifNoneMatch) {
    assertThat(names(ifNoneMatch)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"x\"", "abc", "\"abcd\"", "w/\"abc\"", "\"x\", \"y\"", "\"*\""})
  void otherTag_isNot(String ifNoneMatch) {
    assertThat(names(ifNoneMatch)).isFalse();
  }

  @Test
  void tagInASecondLine_isFound() {
    assertThat(names("\"x\"", "\"abc\"")).isTrue();
  }

  @Test
  void noHeader_namesNothing() {
    assertThat(names()).isFalse();
  }

  private static boolean names(String... lines) {
    SimpleHttpRequest<?> request = (SimpleHttpRequest<?>) HttpRequest.GET("/");
    for (String line : lines) {
      request.getHeaders().add("If-None-Match", line.strip());
    }
    return EntityHeaders.names(request.getHeaders(), TAG);
  }
}

package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.access.ApiKeys.Shown;

class ApiKeysTest {
  private static final String OLD = "old-0123456789";
  private static final String NEW = "new-0123456789";

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of(Shown.NONE, null, null),
        Arguments.of(Shown.RIGHT, "X-API-KEY", OLD),
        Arguments.of(Shown.RIGHT, "x-api-key", NEW),
        Arguments.of(Shown.RIGHT, "X-API-KEY", NEW + " "),
        Arguments.of(Shown.WRONG, "X-API-KEY", ""),
        Arguments.of(Shown.WRONG, "X-API-KEY", NEW + "x"),
        Arguments.of(Shown.WRONG, "X-API-KEY", NEW.substring(1)),
        Arguments.of(Shown.WRONG, "X-API-KEY", "NEW-0123456789"),
        Arguments.of(Shown.WRONG, "X-API-KEY", OLD + "," + NEW),
        Arguments.of(Shown.RIGHT, "Authorization", "Bearer " + NEW),
        Arguments.of(Shown.RIGHT, "Authorization", "bearer  " + OLD),
        Arguments.of(Shown.WRONG, "Authorization", "Bearer other-0123456789"),
        Arguments.of(Shown.NONE, "Authorization", NEW),
        Arguments.of(Shown.NONE, "Authorization", "Basic " + NEW));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void header_isJudged(Shown expected, @Nullable String name, @Nullable String value) {
    SimpleHttpRequest<?> request = (SimpleHttpRequest<?>) HttpRequest.GET("/widgets.json");
    if (name != null) {
      request.header(name, value);
    }
    ApiKeys keys = keys(OLD, NEW);
    assertThat(keys.shownBy(request)).isEqualTo(expected);
    assertThat(keys.accepts(request)).isEqualTo(expected == Shown.RIGHT);
  }

  @Test
  void noKeys_letEverybodyIn() {
    ApiKeys keys = new ApiKeys(new AccessConfiguration(null, null, null), KeyEntries.NONE);
    assertThat(keys.required()).isFalse();
    assertThat(keys.accepts(HttpRequest.GET("/widgets.json"))).isTrue();
  }

  static Stream<Arguments> refusedKeys() {
    return Stream.of(
        Arguments.of(
            List.of(),
            "sql-widgets.api-keys is set but empty, give at least one key or leave the setting"
                + " out"),
        Arguments.of(
            List.of(""),
            "sql-widgets.api-keys is set but empty, give at least one key or leave the setting"
                + " out"),
        Arguments.of(
            List.of(NEW, " "),
            "sql-widgets.api-keys has a blank key, remove it or the comma too many"),
        Arguments.of(
            List.of("short"),
            "sql-widgets.api-keys has a key of 5 characters, expected at least 8; \"openssl rand"
                + " -hex 24\" makes a good one"),
        Arguments.of(
            List.of("two words"),
            "sql-widgets.api-keys has a key with a blank or a character outside ASCII, headers"
                + " cannot carry it"),
        Arguments.of(
            List.of("schlüssel"),
            "sql-widgets.api-keys has a key with a blank or a character outside ASCII, headers"
                + " cannot carry it"));
  }

  @ParameterizedTest
  @MethodSource("refusedKeys")
  void unsafeKeys_areRefusedAtStart(List<String> keys, String message) {
    assertThatThrownBy(
            () -> new ApiKeys(new AccessConfiguration(keys, null, null), KeyEntries.NONE))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void queryParameterWithoutKeys_isRefusedAtStart() {
    assertThatThrownBy(
            () -> new ApiKeys(new AccessConfiguration(null, "key", null), KeyEntries.NONE))
        .hasMessage(
            "sql-widgets.api-key-query-param is \"key\" but there are no keys, set"
                + " sql-widgets.api-keys too");
  }

  private static ApiKeys keys(String... keys) {
    return new ApiKeys(new AccessConfiguration(List.of(keys), null, null), KeyEntries.NONE);
  }
}

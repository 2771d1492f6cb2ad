package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://desk.example.com", "http://[::1]:3000", "http://10.0.0.1:8080"})
  void listedOrigin_isAllowed(String origin) {
    assertThat(origins(origin).contains(origin)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "null",
        "http://desk.example.com",
        "https://desk.example.com:443",
        "https://desk.example.com/",
        "https://desk.example.com.evil.example",
        "https://xdesk.example.com"
      })
  void otherOrigin_isNot(@Nullable String origin) {
    assertThat(origins("https://desk.example.com").contains(origin)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "desk.example.com", "ftp://desk.example.com", "https://*.x.com"})
  void setting_thatIsNoOrigin_isRefusedAtStart(String written) {
    assertThatThrownBy(() -> origins(written))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "sql-widgets.cors.allowed-origins: \"%s\" is not an origin, expected one such as \"https://pro.openbb.co\""
                .formatted(written));
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.com/, https://desk.example.com",
    "https://desk.example.com:8443/widgets, https://desk.example.com:8443"
  })
  void setting_withAPath_isRefusedAtStart_withTheOriginToWrite(String written, String remedy) {
    assertThatThrownBy(() -> origins(written))
        .hasMessage(
            "sql-widgets.cors.allowed-origins: \"%s\" has more than scheme, host and port, write \"%s\""
                .formatted(written, remedy));
  }

  private static AllowedOrigins origins(String... listed) {
    return new AllowedOrigins(new CorsConfiguration(List.of(listed)));
  }
}

package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

/** Defaults and a full mapping of the settings; a key added without being here fails. */
class AccessConfigurationTest {

  @Test
  void accessDefaults_askForNothing() {
    try (ApplicationContext context = TestServer.unstarted(Map.of())) {
      assertThat(context.getBean(AccessConfiguration.class))
          .isEqualTo(new AccessConfiguration(null, null, null));
    }
  }

  @Test
  void accessSettings_areMapped() {
    try (ApplicationContext context =
        TestServer.unstarted(
            Map.of(
                "sql-widgets.api-keys", "first-key, second-key",
                "sql-widgets.api-key-query-param", "key",
                "sql-widgets.allowed-hosts", "a.example,b.example"))) {
      AccessConfiguration configuration = context.getBean(AccessConfiguration.class);
      assertThat(configuration.apiKeys())
          .map(String::strip)
          .containsExactly("first-key", "second-key");
      assertThat(configuration.apiKeyQueryParam()).isEqualTo("key");
      assertThat(configuration.allowedHosts()).containsExactly("a.example", "b.example");
    }
    assertThat(names(AccessConfiguration.class))
        .containsExactly("apiKeys", "apiKeyQueryParam", "allowedHosts");
  }

  @Test
  void corsDefaults_areTheClientsOrigins() {
    try (ApplicationContext context = TestServer.unstarted(Map.of())) {
      assertThat(context.getBean(CorsConfiguration.class).allowedOrigins())
          .containsExactly(
              "https://pro.openbb.co",
              "https://pro.openbb.dev",
              "https://excel.openbb.co",
              "https://excel.openbb.dev",
              "http://localhost:1420",
              "http://localhost:3000");
    }
  }

  @Test
  void corsSettings_areMapped() {
    try (ApplicationContext context =
        TestServer.unstarted(
            Map.of("sql-widgets.cors.allowed-origins", "https://desk.example.com"))) {
      assertThat(context.getBean(CorsConfiguration.class).allowedOrigins())
          .containsExactly("https://desk.example.com");
    }
    assertThat(names(CorsConfiguration.class)).containsExactly("allowedOrigins");
  }

  private static String[] names(Class<? extends Record> settings) {
    return Arrays.stream(settings.getRecordComponents())
        .map(RecordComponent::getName)
        .toArray(String[]::new);
  }
}

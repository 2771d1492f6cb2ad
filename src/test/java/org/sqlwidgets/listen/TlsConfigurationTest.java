package org.sqlwidgets.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

class TlsConfigurationTest {

  @Test
  void defaults_askForNoHttps() {
    try (ApplicationContext context = TestServer.unstarted(Map.of())) {
      TlsConfiguration configuration = context.getBean(TlsConfiguration.class);
      assertThat(configuration).isEqualTo(new TlsConfiguration(null, null));
      assertThat(configuration.isSet()).isFalse();
    }
  }

  @Test
  void settings_areMapped() {
    try (ApplicationContext context =
        TestServer.unstarted(
            Map.of("sql-widgets.tls.certificate", "a.pem", "sql-widgets.tls.key", "b.pem"))) {
      TlsConfiguration configuration = context.getBean(TlsConfiguration.class);
      assertThat(configuration).isEqualTo(new TlsConfiguration("a.pem", "b.pem"));
      assertThat(configuration.isSet()).isTrue();
    }
    assertThat(TlsConfiguration.class.getRecordComponents()).hasSize(2);
  }
}

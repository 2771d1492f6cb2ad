package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:7779",
        "LocalHost:1",
        "127.0.0.1",
        "127.0.0.1:7779",
        "127.255.255.255",
        "[::1]",
        "[::1]:7779",
        "widgets.example.com",
        "Widgets.Example.com:443"
      })
  void ownName_isAllowed(String host) {
    assertThat(hosts(List.of("widgets.example.com"), null).allows(host)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "evil.example:7779",
        "localhost.evil.example",
        "evil.localhost",
        "127.0.0.1.evil.example",
        "127.0.0.1.evil.example:7779",
        "127.0.0.256",
        "127.0.0",
        "127.0.0.1.",
        "127...1",
        "127.0.0.0001",
        "128.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "[::2]",
        "[::1",
        "[::1]x",
        "::1",
        "localhost:80:80",
        "localhost:evil",
        "localhost@evil.example",
        "user@localhost",
        "localhost, evil.example",
        " localhost",
        "x.widgets.example.com"
      })
  void foreignName_isRefused(@Nullable String host) {
    assertThat(hosts(List.of("widgets.example.com"), null).allows(host)).isFalse();
  }

  @Property
  void loopbackBlock_isLoopback(
      @ForAll @IntRange(max = 255) int b,
      @ForAll @IntRange(max = 255) int c,
      @ForAll @IntRange(max = 255) int d) {
    assertThat(AllowedHosts.isLoopback("127.%d.%d.%d".formatted(b, c, d))).isTrue();
  }

  @Test
  void everyName_isAllowed_whenKeysAreAskedFor() {
    AllowedHosts hosts = hosts(null, List.of("0123456789abcdef"));
    assertThat(hosts.allows("widgets.example.com")).isTrue();
    assertThat(hosts.allows(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "https://widgets.example.com", "widgets.example.com:7779", "a b", ""})
  void setting_thatIsNoName_isRefusedAtStart(String name) {
    assertThatThrownBy(() -> hosts(List.of(name), null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "sql-widgets.allowed-hosts: \"%s\" is not a host name, expected one such as \"widgets.example.com\", without scheme and port"
                .formatted(name));
  }

  private static AllowedHosts hosts(@Nullable List<String> listed, @Nullable List<String> apiKeys) {
    AccessConfiguration configuration = new AccessConfiguration(apiKeys, null, listed);
    return new AllowedHosts(
        configuration,
        new PublicUrl(new PublicUrlConfiguration(null)),
        new ApiKeys(configuration, KeyEntries.NONE));
  }
}

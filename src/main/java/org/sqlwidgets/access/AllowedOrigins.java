package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The web origins whose scripts may read replies (contract §8.1). */
@Singleton
public final class AllowedOrigins {
  private static final String SETTING = "sql-widgets.cors.allowed-origins";
  private static final Pattern ORIGIN =
      Pattern.compile("(https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?).*");

  private final Set<String> origins;

  AllowedOrigins(CorsConfiguration configuration) {
    origins =
        configuration.allowedOrigins().stream()
            .map(AllowedOrigins::checked)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tells whether an origin is listed.
   *
   * @param origin the {@code Origin} header; null when the request has none
   */
  public boolean contains(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  private static String checked(String written) {
    String origin = written.strip().toLowerCase(Locale.ROOT);
    var match = ORIGIN.matcher(origin);
    if (!match.matches()) {
      throw new ConfigurationException(
          "%s: \"%s\" is not an origin, expected one such as \"https://pro.openbb.co\""
              .formatted(SETTING, written));
    }
    String expected = match.group(1);
    if (!origin.equals(expected)) {
      throw new ConfigurationException(
          "%s: \"%s\" has more than scheme, host and port, write \"%s\""
              .formatted(SETTING, written, expected));
    }
    return origin;
  }
}

package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address under which browsers know the server, when a proxy changes it on the way.
 *
 * <p>Set by the operator and never taken from a request: headers such as {@code X-Forwarded-Host}
 * can be sent by anybody.
 */
@Singleton
public final class PublicUrl {
  private static final String SETTING = "sql-widgets.public-url";
  private static final Pattern URL =
      Pattern.compile(
          "(https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?)((/[A-Za-z0-9._~-]+)*)/?");

  private final Optional<Matcher> parts;

  PublicUrl(PublicUrlConfiguration configuration) {
    parts = Optional.ofNullable(configuration.publicUrl()).map(PublicUrl::checked);
  }

  /** The address, without a slash at its end; empty when the requests' own addresses are right. */
  public Optional<String> address() {
    return parts.map(found -> found.group(1) + found.group(4));
  }

  /** The origin of its pages. */
  public Optional<String> origin() {
    return parts.map(found -> found.group(1));
  }

  /** The host name, without port. */
  Optional<String> host() {
    return parts.map(found -> found.group(2));
  }

  private static Matcher checked(@Nullable String written) {
    String url = String.valueOf(written).strip();
    int path = url.indexOf('/', url.indexOf("//") + 2);
    String lower =
        path < 0
            ? url.toLowerCase(Locale.ROOT)
            : url.substring(0, path).toLowerCase(Locale.ROOT) + url.substring(path);
    Matcher matcher = URL.matcher(lower);
    if (!matcher.matches()) {
      throw new ConfigurationException(
          "%s: \"%s\" is not an address, expected one such as \"https://widgets.example.com\""
              .formatted(SETTING, url));
    }
    return matcher;
  }
}

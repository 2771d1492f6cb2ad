package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the server may be addressed.
 *
 * <p>Without API keys only loopback names and the listed ones: a hostile page whose name was made
 * to resolve to this machine (DNS rebinding) still sends its own name in {@code Host}. With keys
 * every name is right, because that page has no key.
 */
@Singleton
public final class AllowedHosts {
  /** The setting that lists further names. */
  public static final String SETTING = "sql-widgets.allowed-hosts";

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

  private final Set<String> listed;
  private final boolean all;

  AllowedHosts(AccessConfiguration configuration, PublicUrl publicUrl, ApiKeys keys) {
    List<String> hosts = configuration.allowedHosts();
    listed =
        hosts == null
            ? publicUrl.host().map(Set::of).orElse(Set.of())
            : Stream.concat(hosts.stream().map(AllowedHosts::checked), publicUrl.host().stream())
                .collect(Collectors.toUnmodifiableSet());
    all = keys.required();
  }

  /**
   * Tells whether a request may be addressed to this name.
   *
   * @param host the {@code Host} header, with or without port; null when the request has none
   */
  public boolean allows(@Nullable String host) {
    return all || (host != null && allowsName(withoutPort(host)));
  }

  private boolean allowsName(String name) {
    return isLoopback(name)
        || (!listed.isEmpty() && listed.contains(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Tells whether a name or address can only mean the machine itself.
   *
   * @param name without port; an IPv6 address in brackets
   */
  static boolean isLoopback(String name) {
    return name.equalsIgnoreCase("localhost") || name.equals("[::1]") || isLoopbackV4(name);
  }

  /** Four decimal numbers up to 255, the first being 127. */
  private static boolean isLoopbackV4(String name) {
    if (!name.startsWith("127.")) {
      return false;
    }
    int position = 4;
    for (int octet = 2; octet <= 4; octet++) {
      int end = octet == 4 ? name.length() : name.indexOf('.', position);
      if (!isOctet(name, position, end)) {
        return false;
      }
      position = end + 1;
    }
    return true;
  }

  private static boolean isOctet(String name, int start, int end) {
    return end - start >= 1
        && end - start <= 3
        && areDigits(name, start, end)
        && Integer.parseInt(name, start, end, 10) <= 255;
  }

  /** The host without {@code :port}; the text as it is when what follows is no port. */
  private static String withoutPort(String host) {
    int colon = host.indexOf(':', host.startsWith("[") ? host.indexOf(']') + 1 : 0);
    return colon > 0 && areDigits(host, colon + 1, host.length()) ? host.substring(0, colon) : host;
  }

  private static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String checked(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new ConfigurationException(
          "%s: \"%s\" is not a host name, expected one such as \"widgets.example.com\", without scheme and port"
              .formatted(SETTING, written));
    }
    return name;
  }
}

package org.sqlwidgets.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the beginning of an address says of the rest (RFC 3986 §3.1, §4.2). */
enum UrlPrefix {
  /** Nothing is written yet: the value is the whole address, or its beginning. */
  NONE,
  /** The scheme is settled, or there is none: what follows is only part of the address. */
  FIXED,
  /** The author wrote a scheme whose rest is a program or a page, or nothing clear. */
  UNSAFE;

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern IGNORED = Pattern.compile("[\\x00-\\x20]");

  /** What an address says that is written so far; browsers skip control characters in it. */
  static UrlPrefix of(String written) {
    String address = IGNORED.matcher(written).replaceAll("");
    if (address.isEmpty()) {
      return NONE;
    }
    String beginning = address.split("[/?#]", 2)[0];
    if (!beginning.contains(":") && !beginning.contains("&")) {
      return FIXED;
    }
    return hasKnownScheme(beginning) ? FIXED : UNSAFE;
  }

  /** True when an address begins with a scheme that leads to a page and runs nothing. */
  static boolean hasKnownScheme(String address) {
    Matcher scheme = SCHEME.matcher(address.replace('\n', ' '));
    return scheme.matches() && SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
  }
}

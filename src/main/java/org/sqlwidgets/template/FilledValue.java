package org.sqlwidgets.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A value of a reply as templates see it.
 *
 * @param plain the value as it is sent
 * @param shown the value formatted for people; a Boolean stays one
 */
record FilledValue(String plain, Object shown) {

  /** Where a value goes, when that asks for more than escaping. */
  enum Purpose {
    /** Formatted for people. */
    SHOWN(""),
    /** A whole address. */
    ADDRESS(".address."),
    /** A part of an address. */
    PART(".part."),
    /** The bare number, for a length or a colour. */
    NUMBER(".number.");

    private final String mark;

    Purpose(String mark) {
      this.mark = mark;
    }

    /** The name under which the library asks for the value; no column has a dot in its name. */
    String mark(String name) {
      return mark + name;
    }

    /** The purpose of a marked name. */
    static Purpose of(String marked) {
      for (Purpose purpose : values()) {
        if (purpose != SHOWN && marked.startsWith(purpose.mark)) {
          return purpose;
        }
      }
      return SHOWN;
    }

    /** The name without its mark. */
    String unmark(String marked) {
      return marked.substring(mark.length());
    }
  }

  /** The value in the form that its place asks for; still to be escaped. */
  Object of(Purpose purpose) {
    return switch (purpose) {
      case SHOWN -> shown;
      case NUMBER -> plain;
      case PART -> URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
      case ADDRESS -> address(plain.strip());
    };
  }

  /** An address that leads to a page and runs nothing; {@code #} leads nowhere. */
  private static String address(@Nullable String value) {
    if (value == null || value.isEmpty() || UrlPrefix.of(value) == UrlPrefix.UNSAFE) {
      return "#";
    }
    boolean whole = UrlPrefix.hasKnownScheme(value) || "/?#.".indexOf(value.charAt(0)) >= 0;
    return whole ? value : "./" + value;
  }
}

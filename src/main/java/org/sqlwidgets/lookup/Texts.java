package org.sqlwidgets.lookup;

import java.util.Optional;

/** Judges texts that people type into the options editor. */
public final class Texts {
  private static final int LONGEST_SHOWN = 60;

  private Texts() {}

  /** What is wrong with a text; empty when it may be kept. */
  public static Optional<String> flaw(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      return Optional.of("%d characters are too many; at most %d".formatted(length, longest));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of(
            "character %d is a control character (U+%04X), such as a tab or a line end; remove it"
                .formatted(i + 1, (int) c));
      }
    }
    return text.codePoints().anyMatch(Texts::isHalf)
        ? Optional.of("the text holds half a character (a lone surrogate); type it anew")
        : Optional.empty();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** A text as messages show it. */
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}

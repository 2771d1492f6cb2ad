package org.sqlwidgets.query;

/** Shows a refused text in a message: quoted, shortened, without control characters. */
public final class RefusedText {
  private static final int LONGEST = 60;

  private RefusedText() {}

  /** The text as a message shows it. */
  public static String quoted(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder clean = new StringBuilder("'");
    shown
        .codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(clean::appendCodePoint);
    return clean.append('\'').toString();
  }
}

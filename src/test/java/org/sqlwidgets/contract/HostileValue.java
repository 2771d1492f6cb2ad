package org.sqlwidgets.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value by which somebody might try to leave its place.
 *
 * @param name its kind and number
 * @param value as it is sent
 */
record HostileValue(String name, String value) {
  private static final Path FILE = Path.of("src/test/resources/hostile/values.txt");
  private static final Pattern REPEATED = Pattern.compile("<<([0-9]+)\\*(.*?)>>");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(\\\\))");

  /** All values of the collection. */
  static List<HostileValue> all() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(HostileValue::read)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HostileValue read(String line) {
    int colon = line.indexOf(": ");
    return new HostileValue(line.substring(0, colon), unescaped(line.substring(colon + 2)));
  }

  private static String unescaped(String written) {
    String repeated =
        REPEATED
            .matcher(written)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(2).repeat(Integer.parseInt(found.group(1)))));
    return ESCAPED
        .matcher(repeated)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? "\\"
                        : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** Whether a database can keep it as it is: no NUL, no half of a character. */
  boolean isText() {
    return value.indexOf('\0') < 0
        && value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  boolean isAscii() {
    return value.chars().allMatch(c -> c < 128);
  }

  /** Each byte of its UTF-8 as in an address; halves of characters as if they were whole ones. */
  String percent() {
    StringBuilder address = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int c = value.codePointAt(i);
      if (c > 0xffff) {
        i++;
      }
      for (byte octet : bytes(c)) {
        address.append("%%%02x".formatted(octet & 0xff));
      }
    }
    return address.toString();
  }

  private static byte[] bytes(int c) {
    return Character.getType(c) == Character.SURROGATE
        ? new byte[] {(byte) 0xed, (byte) (0x80 | ((c >> 6) & 0x3f)), (byte) (0x80 | (c & 0x3f))}
        : Character.toString(c).getBytes(StandardCharsets.UTF_8);
  }

  /** As JSON of ASCII alone. */
  String json() {
    StringBuilder json = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
      json.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return json.append('"').toString();
  }

  /** Whether an address can hold it. */
  boolean fitsAnAddress() {
    return percent().length() < 30_000;
  }

  @Override
  public String toString() {
    return name;
  }
}

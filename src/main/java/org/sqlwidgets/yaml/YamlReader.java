package org.sqlwidgets.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** Reads YAML 1.2 text into a tree, or into problems; never throws, in bounded time and memory. */
public final class YamlReader {
  /** The largest text that is read, in bytes of UTF-8 (widget-file §1). */
  public static final int MAX_BYTES = 64 * 1024;

  private YamlReader() {}

  /**
   * Reads one YAML document.
   *
   * @param text the YAML; text without any value is an empty map
   * @param problems takes what is wrong; there may be errors although a tree is returned
   * @return the tree; empty when the text could not be read to its end
   */
  public static Optional<YamlNode> read(SourceText text, Problems problems) {
    return read(text, MAX_BYTES, problems);
  }

  /**
   * Reads one YAML document of another largest size.
   *
   * @param text the YAML, or JSON
   * @param maxBytes the largest text that is read, in bytes of UTF-8
   * @param problems takes what is wrong
   * @return the tree; empty when the text could not be read to its end
   */
  public static Optional<YamlNode> read(SourceText text, int maxBytes, Problems problems) {
    if (isTooLarge(text.text(), maxBytes)) {
      problems.error(
          text.at(1, 1),
          "YAML text is too large; at most %d bytes (%d KiB) are read"
              .formatted(maxBytes, maxBytes / 1024));
      return Optional.empty();
    }
    Places places = new Places(text);
    int bad = indexOfForbidden(text.text());
    if (bad >= 0) {
      problems.error(places.of(bad), forbidden(text.text().codePointAt(bad)));
      return Optional.empty();
    }
    return new DocumentReader(text, places, problems).read();
  }

  /**
   * Reads one YAML document that must be a map of keys and values.
   *
   * @return the map; empty when the text could not be read to its end, or is no map
   */
  public static Optional<YamlMap> readMap(SourceText text, Problems problems) {
    return read(text, problems).flatMap(node -> requireMap(node, problems));
  }

  private static Optional<YamlMap> requireMap(YamlNode node, Problems problems) {
    if (node instanceof YamlMap map) {
      return Optional.of(map);
    }
    problems.error(node.location(), "expected lines \"key: value\", found " + node.describe());
    return Optional.empty();
  }

  private static boolean isTooLarge(String text, int maxBytes) {
    return text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes;
  }

  private static int indexOfForbidden(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isAllowed(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The characters of YAML 1.2 (c-printable), without halves of surrogate pairs. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c < 0xD800)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String forbidden(int codePoint) {
    return "character U+%04X is not allowed in YAML; remove it".formatted(codePoint);
  }
}

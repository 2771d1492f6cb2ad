package org.sqlwidgets.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** A header that can be changed in every place, and written as YAML again. */
sealed interface HeaderTree {

  /** A value as it stands in YAML. */
  record Value(String yaml) implements HeaderTree {
    @Override
    public String yaml() {
      return yaml;
    }

    @Override
    public Value copy() {
      return this;
    }
  }

  /** Keys with values; a key may be there twice. */
  record Keys(List<Entry> entries) implements HeaderTree {
    @Override
    public String yaml() {
      return entries.stream()
          .map(entry -> quoted(entry.key) + ": " + entry.value.yaml())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Keys copy() {
      return new Keys(
          new ArrayList<>(
              entries.stream().map(entry -> new Entry(entry.key, entry.value.copy())).toList()));
    }

    /** The lines of a whole header, one to each key. */
    List<String> lines() {
      return entries.stream().map(entry -> quoted(entry.key) + ": " + entry.value.yaml()).toList();
    }
  }

  /** A list. */
  record Items(List<HeaderTree> items) implements HeaderTree {
    @Override
    public String yaml() {
      return items.stream().map(HeaderTree::yaml).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Items copy() {
      return new Items(new ArrayList<>(items.stream().map(HeaderTree::copy).toList()));
    }
  }

  /** One key and its value. */
  final class Entry {
    String key;
    HeaderTree value;

    Entry(String key, HeaderTree value) {
      this.key = key;
      this.value = value;
    }
  }

  /** The value on one line. */
  String yaml();

  /** The same, to be changed by itself. */
  HeaderTree copy();

  /** The tree of a header that was read. */
  static HeaderTree of(YamlNode node) {
    return switch (node) {
      case YamlMap map -> {
        List<Entry> entries = new ArrayList<>();
        map.entries().forEach((key, entry) -> entries.add(new Entry(key, of(entry.node()))));
        yield new Keys(entries);
      }
      case YamlList list ->
          new Items(new ArrayList<>(list.items().stream().map(HeaderTree::of).toList()));
      case YamlScalar scalar ->
          new Value(
              scalar.kind() == YamlScalar.Kind.TEXT
                  ? quoted(scalar.text())
                  : scalar.isNull() ? "~" : scalar.text());
    };
  }

  /** A text in double quotes, on one line. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c < 0x20
                  || (c >= 0x7F && c < 0xA0)
                  || c == 0x2028
                  || c == 0x2029
                  || c == 0xFEFF) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}

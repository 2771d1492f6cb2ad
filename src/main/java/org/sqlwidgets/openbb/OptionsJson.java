package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.widget.Lookup.OptionColumns;
import org.sqlwidgets.widget.Option;

/** Writes the options of a dropdown: an array of labels and values, all texts (contract §3.4). */
public final class OptionsJson {
  private static final Logger LOG = LoggerFactory.getLogger(OptionsJson.class);

  private OptionsJson() {}

  /**
   * Reads the options that a lookup query returns; rows without a value are dropped and counted.
   *
   * @param lookup its name, for the log
   */
  public static List<Option> read(String lookup, Rows rows, OptionColumns columns) {
    List<Option> options = new ArrayList<>();
    Cell cell = new Cell();
    int dropped = 0;
    while (rows.next()) {
      String value = cell.read(rows, columns.value());
      if (value == null || value.isEmpty()) {
        dropped++;
        continue;
      }
      String label = text(cell, rows, columns.label());
      options.add(
          new Option(
              value,
              label == null || label.isEmpty() ? value : label,
              Optional.ofNullable(text(cell, rows, columns.description())),
              Optional.ofNullable(text(cell, rows, columns.rightOfDescription())),
              false));
    }
    if (dropped > 0) {
      LOG.warn("lookup {}: {} rows without a value were dropped", lookup, dropped);
    }
    return options;
  }

  private static @Nullable String text(Cell cell, Rows rows, int column) {
    return column < 0 ? null : cell.read(rows, column);
  }

  /**
   * Refuses values with a comma where several are chosen: they travel comma-joined, unescaped.
   *
   * @throws QueryFailedException that names the first such value
   */
  public static void refuseCommas(List<Option> options) {
    for (Option option : options) {
      if (option.value().contains(",")) {
        throw new QueryFailedException(
            Reason.REFUSED,
            "Option '"
                + option.value()
                + "' holds a comma, and a multi-select cannot send it; its author must change the"
                + " value",
            null);
      }
    }
  }

  /** The document for these options. */
  public static byte[] write(List<Option> options) {
    List<byte[]> chunks = new ArrayList<>();
    Utf8Json json =
        new Utf8Json((chunk, length) -> chunks.add(java.util.Arrays.copyOf(chunk, length)));
    json.raw(ascii("["));
    for (int i = 0; i < options.size(); i++) {
      write(i == 0 ? "{\"label\":" : ",{\"label\":", options.get(i), json);
    }
    json.raw(ascii("]"));
    json.finish();
    return joined(chunks);
  }

  private static void write(String start, Option option, Utf8Json json) {
    json.raw(ascii(start));
    json.text(option.label());
    json.raw(ascii(",\"value\":"));
    json.text(option.value());
    if (option.description().isPresent() || option.rightOfDescription().isPresent()) {
      json.raw(ascii(",\"extraInfo\":{"));
      option.description().ifPresent(text -> entry("\"description\":", text, json));
      if (option.description().isPresent() && option.rightOfDescription().isPresent()) {
        json.raw(ascii(","));
      }
      option.rightOfDescription().ifPresent(text -> entry("\"rightOfDescription\":", text, json));
      json.raw(ascii("}"));
    }
    if (option.selected()) {
      json.raw(ascii(",\"selected\":true"));
    }
    json.raw(ascii("}"));
  }

  private static void entry(String key, String text, Utf8Json json) {
    json.raw(ascii(key));
    json.text(text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(List<byte[]> chunks) {
    byte[] all = new byte[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
    int offset = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, offset, chunk.length);
      offset += chunk.length;
    }
    return all;
  }
}

package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.Lookup.OptionColumns;
import org.sqlwidgets.widget.Option;

/**
 * Writes the options of a dropdown: an array of labels and values, all texts (contract §3.4).
 *
 * <p>Rows without a value are dropped and counted; a label that is missing is the value. Where
 * several options may be chosen a value with a comma is refused: they travel comma-joined, without
 * escaping (contract §3.2).
 */
public final class OptionsWriter {
  private static final Logger LOG = LoggerFactory.getLogger(OptionsWriter.class);
  private static final byte[] LABEL = ascii("{\"label\":");
  private static final byte[] VALUE = ascii(",\"value\":");
  private static final byte[] EXTRA_INFO = ascii(",\"extraInfo\":{");
  private static final byte[] DESCRIPTION = ascii("\"description\":");
  private static final byte[] RIGHT = ascii("\"rightOfDescription\":");
  private static final byte[] SELECTED = ascii(",\"selected\":true");
  private static final byte[] COMMA = ascii(",");
  private static final byte[] OPEN = ascii("[");
  private static final byte[] CLOSE = ascii("]");
  private static final byte[] END = ascii("}");

  private final String lookup;
  private final boolean multiSelect;

  /**
   * A writer for one lookup.
   *
   * @param lookup its name, for the log
   * @param multiSelect true when a param that takes several values feeds on it
   */
  public OptionsWriter(String lookup, boolean multiSelect) {
    this.lookup = lookup;
    this.multiSelect = multiSelect;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes the options that a query returns. */
  public ReplyWriter of(OptionColumns columns) {
    return of(columns, count -> {});
  }

  /** The same, and tells how many there are. */
  public ReplyWriter of(OptionColumns columns, IntConsumer count) {
    return (rows, out) -> count.accept(write(rows, columns, out));
  }

  private int write(Rows rows, OptionColumns columns, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    HeldText value = new HeldText();
    HeldText label = new HeldText();
    HeldText description = new HeldText();
    HeldText right = new HeldText();
    int written = 0;
    int dropped = 0;
    json.raw(OPEN);
    while (rows.next()) {
      if (value.read(rows, columns.value()).isEmpty()) {
        dropped++;
        continue;
      }
      refuseComma(value);
      label.read(rows, columns.label());
      description.read(rows, columns.description());
      right.read(rows, columns.rightOfDescription());
      next(json, written++);
      write(value, label.isEmpty() ? value : label, description, right, json);
      json.raw(END);
    }
    json.raw(CLOSE);
    json.finish();
    if (dropped > 0) {
      LOG.warn("lookup {}: {} rows without a value were dropped", lookup, dropped);
    }
    return written;
  }

  private static void next(Utf8Json json, int written) {
    if (written > 0) {
      json.raw(COMMA);
    }
  }

  private void refuseComma(HeldText value) {
    if (multiSelect && value.contains(',')) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "Option '"
              + value
              + "' holds a comma, and a multi-select cannot send it; its author must change the"
              + " value",
          null);
    }
  }

  private static void write(
      HeldText value, HeldText label, HeldText description, HeldText right, Utf8Json json) {
    json.raw(LABEL);
    label.writeTo(json);
    json.raw(VALUE);
    value.writeTo(json);
    if (description.isEmpty() && right.isEmpty()) {
      return;
    }
    json.raw(EXTRA_INFO);
    if (!description.isEmpty()) {
      json.raw(DESCRIPTION);
      description.writeTo(json);
    }
    if (!right.isEmpty()) {
      json.raw(description.isEmpty() ? new byte[0] : COMMA);
      json.raw(RIGHT);
      right.writeTo(json);
    }
    json.raw(END);
  }

  /**
   * Writes options that are kept as rows.
   *
   * @throws QueryFailedException when one of them cannot be sent
   */
  public void write(List<Option> options, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    HeldText value = new HeldText();
    HeldText label = new HeldText();
    HeldText description = new HeldText();
    HeldText right = new HeldText();
    json.raw(OPEN);
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      value.text(option.value());
      refuseComma(value);
      label.text(option.label());
      description.text(option.description().orElse(""));
      right.text(option.rightOfDescription().orElse(""));
      next(json, i);
      write(value, label, description, right, json);
      json.raw(option.selected() ? SELECTED : new byte[0]);
      json.raw(END);
    }
    json.raw(CLOSE);
    json.finish();
  }
}

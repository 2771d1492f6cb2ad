package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.widget.FileShape;
import org.sqlwidgets.widget.WebAddress;

/**
 * One file of a query: its bytes, or the address where the browser gets it (contract §4.8).
 *
 * @param name the file's name
 * @param content its bytes; null when there is an address
 * @param url its address; null when there are bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeldFile(String name, byte @Nullable [] content, @Nullable WebAddress url) {
  /** Browsers hold the whole file as text beside its bytes. */
  static final int LARGEST = 20 * 1024 * 1024;

  private static final Set<String> KNOWN =
      Set.of("pdf", "docx", "xlsx", "xls", "csv", "txt", "md", "jpg", "jpeg", "png");

  /** Reads the file of the current row; null when the row has neither bytes nor an address. */
  static @Nullable HeldFile read(Rows rows, FileShape shape, String defaultName) {
    String name = cell(rows, shape.name());
    String named = name == null || name.isBlank() ? defaultName : name;
    byte[] content = shape.content() < 0 ? null : new ContentSink().read(rows, shape.content());
    if (content != null) {
      if (content.length > LARGEST) {
        throw refused(
            "\"%s\" is larger than %d MB; its author can return its address in a column \"url\""
                .formatted(named, LARGEST >> 20));
      }
      return new HeldFile(named, content, null);
    }
    String url = cell(rows, shape.url());
    if (url == null || url.isBlank()) {
      return null;
    }
    WebAddress address =
        WebAddress.of(url)
            .orElseThrow(
                () -> refused("The query returns an address that is not one of http or https"));
    return new HeldFile(named, null, address);
  }

  private static @Nullable String cell(Rows rows, int column) {
    return column < 0 ? null : new Cell().read(rows, column);
  }

  static QueryFailedException refused(String message) {
    return new QueryFailedException(Reason.REFUSED, message, null);
  }

  /** The kind of file by the end of its name, as the client calls it; empty when it knows none. */
  String type() {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return KNOWN.contains(ending) ? ending : "";
  }

  /** Writes the file as an object; bytes go out as base64, piece by piece. */
  void writeTo(Utf8Json json, String type) {
    Map<String, Object> format = new LinkedHashMap<>();
    format.put("data_type", type);
    format.put("filename", name);
    json.json("{\"data_format\":" + new String(JsonTree.write(format), StandardCharsets.UTF_8));
    byte[] bytes = content;
    if (bytes != null) {
      json.json(",\"content\":");
      json.bytes(bytes);
    } else if (url != null) {
      json.json(",\"url\":");
      json.text(url.text());
    }
    json.json("}");
  }
}

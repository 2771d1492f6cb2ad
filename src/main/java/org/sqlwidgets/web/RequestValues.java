package org.sqlwidgets.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.StrictUtf8;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.RefusedValueException;

/**
 * The query of a request as param values.
 *
 * @param parameters the decoded query
 * @param query as it was sent; null when there is none
 */
record RequestValues(HttpParameters parameters, @Nullable String query) implements ParamValues {
  /** Stands for bytes that are no text; also a character of its own. */
  private static final char UNREADABLE = '\ufffd';

  static RequestValues of(HttpRequest<?> request) {
    return new RequestValues(request.getParameters(), request.getUri().getRawQuery());
  }

  @Override
  public List<String> all(String name) {
    List<String> values = parameters.getAll(name);
    if (values.stream().anyMatch(value -> value.indexOf(UNREADABLE) >= 0) && !isUtf8()) {
      throw new RefusedValueException("the value is not text in UTF-8");
    }
    return values;
  }

  /**
   * Whether the bytes of the query are UTF-8; the decoder puts a character for those that are not.
   */
  private boolean isUtf8() {
    String sent = String.valueOf(query);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length());
    for (int i = 0; i < sent.length(); i++) {
      int octet = octet(sent, i);
      if (octet >= 0) {
        bytes.write(octet);
        i += 2;
      } else {
        bytes.writeBytes(sent.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return StrictUtf8.isValid(bytes.toByteArray());
  }

  /** The byte that {@code %XX} stands for; -1 where there is no such thing. */
  private static int octet(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}

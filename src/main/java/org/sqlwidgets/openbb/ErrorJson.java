package org.sqlwidgets.openbb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of every error reply: {@code {"detail":"…","message":"…","requestId":"…"}} (contract
 * §7).
 *
 * <p>Widgets show {@code detail}, forms show {@code message}; there is no {@code error} key,
 * because forms would print both.
 */
public final class ErrorJson {
  private static final byte[] DETAIL = ascii("{\"detail\":\"");
  private static final byte[] MESSAGE = ascii("\",\"message\":\"");
  private static final byte[] REQUEST_ID = ascii(",\"requestId\":\"");
  private static final byte[] END = ascii("\"}");

  private ErrorJson() {}

  /**
   * The body for a text meant for the person at the screen.
   *
   * @param detail the text; never SQL, a driver's message or a class name
   * @return the JSON object in UTF-8
   */
  public static byte[] of(String detail) {
    byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(withoutLoneSurrogates(detail));
    ByteArrayOutputStream body =
        new ByteArrayOutputStream(DETAIL.length + MESSAGE.length + END.length + 2 * text.length);
    body.writeBytes(DETAIL);
    body.writeBytes(text);
    body.writeBytes(MESSAGE);
    body.writeBytes(text);
    body.writeBytes(END);
    return body.toByteArray();
  }

  /**
   * The body with one key more, {@code requestId}, which clients leave alone.
   *
   * @param body a body of this class
   * @param id ASCII without quotes and backslashes
   * @return the same when it is another's body
   */
  public static byte[] named(byte[] body, String id) {
    if (body.length < DETAIL.length
        || !Arrays.equals(body, 0, DETAIL.length, DETAIL, 0, DETAIL.length)) {
      return body;
    }
    ByteArrayOutputStream named =
        new ByteArrayOutputStream(body.length + REQUEST_ID.length + id.length() + 1);
    named.write(body, 0, body.length - 1);
    named.writeBytes(REQUEST_ID);
    named.writeBytes(ascii(id));
    named.writeBytes(END);
    return named.toByteArray();
  }

  /** By how much {@link #named} makes a body longer. */
  public static int lengthOfName(String id) {
    return REQUEST_ID.length + id.length() + 1;
  }

  /** The text with half characters replaced by "?", because UTF-8 has no form for them. */
  private static String withoutLoneSurrogates(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

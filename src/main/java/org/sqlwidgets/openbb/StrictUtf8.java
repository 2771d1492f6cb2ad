package org.sqlwidgets.openbb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from bytes that only look like it.
 *
 * <p>JSON readers take overlong forms, in which one character has several spellings, and halves of
 * characters; then what is checked is not what is kept (RFC 3629 §10).
 */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** Whether bytes are UTF-8 through and through. */
  public static boolean isValid(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

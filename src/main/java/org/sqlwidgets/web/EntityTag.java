package org.sqlwidgets.web;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Names the bytes of a reply, and no others (RFC 9110 §8.8.3).
 *
 * <p>132 bits of SHA-256: processors have instructions for it, and nobody makes two replies of one
 * name on purpose.
 */
final class EntityTag {
  private static final int LENGTH = 22;

  private EntityTag() {}

  /** The name of bytes, without quotes. */
  static String of(List<ByteBuffer> pieces) {
    MessageDigest digest = sha256();
    pieces.forEach(piece -> digest.update(piece.duplicate()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(digest.digest())
        .substring(0, LENGTH);
  }

  /**
   * The tag of the form in which a client gets the bytes: compressed bytes are others, and depend
   * on who compresses them.
   *
   * @param form in which they are sent
   */
  static String quoted(String tag, Form form) {
    return switch (form) {
      case PLAIN -> "\"" + tag + "\"";
      case GZIP -> "\"" + tag + "-gz\"";
      case KEPT_GZIP -> "\"" + tag + "-z\"";
    };
  }

  /** How the bytes are sent. */
  enum Form {
    /** As they are. */
    PLAIN,
    /** Compressed by the server on their way out. */
    GZIP,
    /** Compressed once, and kept. */
    KEPT_GZIP
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

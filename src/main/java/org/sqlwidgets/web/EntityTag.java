package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the bytes of a reply, and no others (RFC 9110 §8.8.3).
 *
 * <p>132 bits of SHA-256: processors have instructions for it, and nobody makes two replies of one
 * name on purpose.
 */
final class EntityTag {
  /** From this length on the server compresses what it sends. */
  private static final int COMPRESSED = 1024;

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
   * The tag of the form in which a client gets the bytes: compressed bytes are others.
   *
   * @param length of the bytes, as they are
   */
  static String quoted(String tag, int length, HttpHeaders asked) {
    return "\"" + tag + (length < COMPRESSED ? "" : suffix(asked)) + "\"";
  }

  private static String suffix(HttpHeaders asked) {
    @Nullable String codings = asked.get(HttpHeaders.ACCEPT_ENCODING);
    if (codings == null || codings.isEmpty() || codings.equals("identity")) {
      return "";
    }
    return EntityHeaders.takesGzip(codings) ? "-gz" : "-c";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.sqlwidgets.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A key that callers may show: its name, its digest and what it is for.
 *
 * @param caller who shows it
 * @param digest the SHA-256 of the key; the key itself is not kept
 * @param shortest fewer characters are never right, whatever their digest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record ApiKey(Caller caller, byte[] digest, int shortest) {

  /** The digest under which a key is known. */
  static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compares in constant time; the length is the caller's own, so nothing is told by it. */
  boolean isShown(byte[] shown, int length) {
    return length >= shortest && MessageDigest.isEqual(digest, shown);
  }
}

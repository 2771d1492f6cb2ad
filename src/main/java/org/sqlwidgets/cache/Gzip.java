package org.sqlwidgets.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies that are made once and sent to many. */
public final class Gzip {
  /** Shorter bodies are sent as they are, as the server does with all others. */
  public static final int WORTH = 1024;

  private static final int LARGE = 4 * 1024 * 1024;

  /** Replies of queries are kept for minutes, not for as long as the files stay. */
  private static final int QUICK = 4;

  private Gzip() {}

  /** The bytes as gzip, as small as they get, except for what would take seconds. */
  public static byte[] smallest(byte[] bytes) {
    return of(
        bytes, bytes.length > LARGE ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_COMPRESSION);
  }

  /** The bytes as gzip, made quickly. */
  static byte[] quick(byte[] bytes) {
    return of(bytes, QUICK);
  }

  private static byte[] of(byte[] bytes, int level) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
    try (OutputStream gzip = new Leveled(compressed, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static final class Leveled extends GZIPOutputStream {
    Leveled(OutputStream out, int level) throws IOException {
      super(out, 8192);
      def.setLevel(level);
    }
  }
}

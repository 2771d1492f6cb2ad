package org.sqlwidgets.problem;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the bytes of a text file: UTF-8, with or without BOM, LF or CRLF (widget-file §1). */
public final class SourceTextReader {
  /** The largest file that is read, in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final char BOM = '\uFEFF';

  private SourceTextReader() {}

  /**
   * Reads a whole file.
   *
   * @param file the path as people know it
   * @param bytes the content; of a file that is too large, any part that is too large, too
   * @param problems takes the reason when the bytes are not such a text
   * @return the text without BOM, every line ended by {@code \n}; empty after a problem
   */
  public static Optional<SourceText> read(String file, byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.error(
          SourceLocation.of(file),
          "file has more than %d bytes (1 MiB), the most that are read; split it, or keep it elsewhere"
              .formatted(MAX_BYTES));
      return Optional.empty();
    }
    return decode(file, bytes, problems).flatMap(text -> check(file, text, problems));
  }

  private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length); // UTF-8 never has more chars than bytes
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = unixLines(out.flip().toString());
    if (!result.isError()) {
      return Optional.of(text);
    }
    String found =
        isUtf16(bytes)
            ? "file is UTF-16"
            : "byte 0x%02X is not UTF-8".formatted(bytes[in.position()]);
    problems.error(end(file, text), found + "; save the file as UTF-8");
    return Optional.empty();
  }

  private static Optional<SourceText> check(String file, String text, Problems problems) {
    SourceText source = SourceText.ofFile(file, text);
    int carriageReturn = text.indexOf('\r');
    if (carriageReturn >= 0) {
      problems.error(
          source.atOffset(carriageReturn),
          "carriage return without line feed; save the file with LF or CRLF line ends");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.error(source.atOffset(nul), "NUL character; save the file as plain text in UTF-8");
    }
    return carriageReturn < 0 && nul < 0 ? Optional.of(source) : Optional.empty();
  }

  private static String unixLines(String text) {
    String body = text.indexOf(BOM) == 0 ? text.substring(1) : text;
    return body.replace("\r\n", "\n");
  }

  private static boolean isUtf16(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private static SourceLocation end(String file, String text) {
    return SourceText.ofFile(file, text).atOffset(text.length());
  }
}

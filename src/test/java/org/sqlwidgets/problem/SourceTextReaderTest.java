package org.sqlwidgets.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextReaderTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\u00e9\n", "a\r\nb\u00e9\r\n", "\uFEFFa\r\nb\u00e9\n"})
  void text_hasNeitherBomNorCarriageReturns(String text) {
    assertThat(read(bytes(text)).orElseThrow()).isEqualTo(SourceText.ofFile("f", "a\nbé\n"));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void bomBehindTheBeginning_isText() {
    assertThat(read(bytes("a\uFEFF")).orElseThrow().text()).isEqualTo("a\uFEFF");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("ab\ncaf\u00e9", "f:2:4: error: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        arguments(
            "\u00ef\u00bb\u00bfa\r\nb\u0080",
            "f:2:2: error: byte 0x80 is not UTF-8; save the file as UTF-8"),
        arguments("a\u00c3", "f:1:2: error: byte 0xC3 is not UTF-8; save the file as UTF-8"),
        arguments(
            "\u00ed\u00a0\u0080", "f:1:1: error: byte 0xED is not UTF-8; save the file as UTF-8"),
        arguments("\u00c0\u0080", "f:1:1: error: byte 0xC0 is not UTF-8; save the file as UTF-8"),
        arguments("\u00ff\u00fea\0", "f:1:1: error: file is UTF-16; save the file as UTF-8"),
        arguments("\u00fe\u00ff\0a", "f:1:1: error: file is UTF-16; save the file as UTF-8"),
        arguments("ab\0c", "f:1:3: error: NUL character; save the file as plain text in UTF-8"),
        arguments(
            "a\r\nb\rc",
            "f:2:2: error: carriage return without line feed; save the file with LF or CRLF line"
                + " ends"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void bytesThatAreNotSuchText_areReportedAtTheirPlace(String latin1, String expected) {
    assertThat(read(latin1.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }

  @Test
  void fileOf1MiB_isRead_andOneByteMore_isProblem() {
    byte[] bytes = new byte[SourceTextReader.MAX_BYTES + 1];
    Arrays.fill(bytes, (byte) '\n');

    assertThat(read(Arrays.copyOf(bytes, SourceTextReader.MAX_BYTES))).isPresent();
    assertThat(problems.list()).isEmpty();
    assertThat(read(bytes)).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f: error: file has more than 1048576 bytes (1 MiB), the most that are read; split it,"
                + " or keep it elsewhere");
  }

  private Optional<SourceText> read(byte[] bytes) {
    return SourceTextReader.read("f", bytes, problems);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

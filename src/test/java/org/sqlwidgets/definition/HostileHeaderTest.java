package org.sqlwidgets.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.sql.SqlDialect;

/** A megabyte of anything where a header is expected costs little time and little memory. */
class HostileHeaderTest {
  private static final int MEGABYTE = 1 << 20;

  /** The largest file that is read, and the largest header. */
  private static final int[] SIZES = {1_000_000, 60_000};

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long MOST_MEMORY = 300L * MEGABYTE;

  private static final FileCompiler COMPILER =
      new FileCompiler(
          new CompilerSettings(
              Duration.ofSeconds(30),
              1000,
              Clock.systemUTC(),
              Set.of(CompilerSettings.DEFAULT_DATASOURCE),
              name -> SqlDialect.POSTGRESQL,
              ActionSettings.OFF),
          Optional.empty());

  private static Arguments repeated(int size, String what, String part) {
    return header(what, part.repeat(size / part.length()));
  }

  private static Arguments header(String what, String yaml) {
    return Arguments.of(what, bytes("---\n" + yaml + "\n---\nSELECT 1\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> files() {
    return IntStream.of(SIZES).boxed().flatMap(HostileHeaderTest::files);
  }

  private static Stream<Arguments> files(int size) {
    String keys = numbered(size / 14, "k%d: %<d\n");
    String anchors = numbered(size / 18, "k%d: &a%<d [1]\n");
    byte[] random = new byte[size];
    new Random(20240229).nextBytes(random);
    byte[] nul = new byte[size];
    return Stream.of(
        header("one long text", "name: " + "x".repeat(size)),
        header("many keys", keys),
        header("many anchors", anchors),
        header("one key many times", "name: x\n".repeat(size / 8)),
        header("laughs", "a: &a [x,x]\n" + numbered(40, "b%d: &b%<d [*a,*a,*a,*a,*a,*a,*a,*a]\n")),
        header("an anchor in itself", "a: &a [*a, *a]"),
        header("quotes", "name: \"" + "\\u0041".repeat(size / 6)),
        repeated(size, "brackets", "["),
        repeated(size, "braces", "{a: "),
        repeated(size, "dashes", "- "),
        repeated(size, "question marks", "? "),
        repeated(size, "merges", "<<: *a\n"),
        repeated(size, "tags", "!t "),
        repeated(size, "line ends", "\n"),
        repeated(size, "tabs", "\t"),
        repeated(size, "fences", "-- ---\n"),
        repeated(size, "comments", "# x\n"),
        repeated(size, "folded texts", "a: >\n"),
        repeated(size, "documents", "...\n--- a\n"),
        Arguments.of("no end", bytes("-- ---\n" + "-- name: x\n".repeat(size / 11))),
        Arguments.of("random bytes", random),
        Arguments.of("NUL", nul),
        Arguments.of("comment without end", bytes("/* ---\n" + "/*".repeat(size / 2))),
        Arguments.of("placeholders", bytes("SELECT " + ":a ".repeat(size / 3))),
        Arguments.of("clauses", bytes("SELECT 1 " + "/*[ AND :a ]*/".repeat(4000))),
        Arguments.of("nested comments", bytes("SELECT 1 " + "/*".repeat(size / 2))));
  }

  private static String numbered(int count, String line) {
    return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void file_isRefusedOrRead_inBoundedTimeAndMemory(String what, byte[] file) {
    long memory = allocated();
    long start = System.nanoTime();
    Compiled compiled =
        COMPILER.compile(new SourceFile("f.sql", "f.sql", SourceFile.Kind.WIDGET, file));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    assertThat(allocated() - memory).isLessThan(MOST_MEMORY);
    assertThat(compiled.problems())
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("by a fault"))
        .allMatch(message -> message.length() < 2000)
        .hasSizeLessThan(Math.max(10, file.length / 2));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}

package org.sqlwidgets.definition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problem;

/** A megabyte of anything where a header is expected costs little time and little memory. */
class HostileHeaderTest {
  private static final int MEGABYTE = 1 << 20;

  /** The largest file that is read, and the largest header. */
  private static final int[] SIZES = {1_000_000, 60_000};

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** What is made for each byte of a file and soon thrown away, all stages together. */
  private static final long MOST_MEMORY_PER_BYTE = 600;

  private static final long MEMORY_AT_LEAST = 64L * MEGABYTE;

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
        Arguments.of("nested comments", bytes("SELECT 1 " + "/*".repeat(size / 2))));
  }

  /** Queries of one piece again and again. */
  static Stream<Arguments> queries() {
    String clauses =
        IntStream.range(0, 10).mapToObj("/*[ AND :c%d = 1 ]*/ "::formatted).collect(joining());
    return Stream.of(
        query("clauses", "/*[ AND :a ]*/"),
        query("clauses of ten params", clauses),
        query("clauses of ten params before many words", clauses, ", a", ""),
        query("clauses of ten params before many comments", clauses, "-- \n", ""),
        part("clauses with a problem each", "/*[ ; ]*/\n"),
        part("nearly clauses", "/* [:a] */"),
        Arguments.of("placeholders by name", bytes("SELECT 1" + numbered(16_000, ", :p%d%<d"))),
        part("placeholders with a problem each", ":theme\n"),
        part("values by place", "=?\n"),
        part("blanks that are none", "\u00a0\n"),
        part("nested updates", "(UPDATE x "),
        part("nested WITH", "WITH a AS ("),
        part("searches without end", "WITH a AS (x) SEARCH "),
        part("nested casts", "CAST(:x AS "),
        part("nested casts with colons", ":x::a("),
        part("refused functions", "pg_ls_x(\n"),
        part("strings that may go on", "E'a'\n--\n"),
        part("nearly dollar quotes", "$a "),
        query("a clause of many brackets", "/*[ :a ", "(", "]*/"),
        query("a long placeholder with a problem", ":", "é", ""),
        query("words", "a "));
  }

  private static Arguments query(String what, String part) {
    return query(what, "", part, "");
  }

  /** A quarter of the largest size, of what would cost its square. */
  private static Arguments part(String what, String part) {
    return Arguments.of(what, bytes("SELECT 1 " + part.repeat(SIZES[0] / 4 / part.length())));
  }

  private static Arguments query(String what, String before, String part, String after) {
    int size = part.getBytes(StandardCharsets.UTF_8).length;
    String many = part.repeat((SIZES[0] - before.length() - after.length()) / size);
    return Arguments.of(what, bytes("SELECT 1 " + before + many + after));
  }

  private static String numbered(int count, String line) {
    return IntStream.range(0, count).mapToObj(line::formatted).collect(joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"files", "queries"})
  void file_isRefusedOrRead_inBoundedTimeAndMemory(String what, byte[] file) {
    long memory = allocated();
    long start = System.nanoTime();
    Compiled compiled = Unconnected.compile(SourceFile.Kind.WIDGET, file);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    assertThat(allocated() - memory)
        .isLessThan(Math.max(MEMORY_AT_LEAST, MOST_MEMORY_PER_BYTE * file.length));
    assertThat(compiled.problems())
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("by a fault"))
        .allMatch(message -> message.length() < 2000)
        .hasSizeLessThan(4000);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}

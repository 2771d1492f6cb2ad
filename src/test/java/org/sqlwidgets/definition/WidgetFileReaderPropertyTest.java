package org.sqlwidgets.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlReader;
import org.sqlwidgets.yaml.YamlValues;

class WidgetFileReaderPropertyTest {
  private static final String[] PARTS = {
    "-- ---\n", "-- ---", "---\n", "---", "/* ---\n", "--- */\n", "*/", "/*", "--", "-- ", " ",
    "\t", "\n", "\r\n", "\r", "a: 1\n", "-- a: 1\n", "--a: |\n", "-----\n", "SELECT 1\n", ";", "'",
    "é", "\uD83D\uDE00", "\uFEFF", "\u0000", "\u2028", "--  ---\n", "name: x"
  };

  @Provide
  Arbitrary<Map<String, Object>> values() {
    return YamlValues.maps();
  }

  @Provide
  Arbitrary<String> nearlyWidgetFiles() {
    return Arbitraries.of(PARTS).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Map<String, Object>> texts() {
    return YamlValues.textMaps();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void sameHeader_inEveryForm_isTheSameTree(
      @ForAll("values") Map<String, Object> values,
      @ForAll FlowStyle collections,
      @ForAll boolean bom,
      @ForAll boolean crlf) {
    assertEveryForm(YamlValues.dump(values, collections), values, bom, crlf);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void sameTexts_inEveryFormAndStyle_areTheSameTree(
      @ForAll("texts") Map<String, Object> texts,
      @ForAll FlowStyle collections,
      @ForAll ScalarStyle scalars,
      @ForAll boolean bom,
      @ForAll boolean crlf) {
    assertEveryForm(YamlValues.dump(texts, collections, scalars), texts, bom, crlf);
  }

  @Property(tries = 2000)
  void nearlyWidgetFile_isReadOrAProblem_withPlacesInTheFile(
      @ForAll("nearlyWidgetFiles") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems();
    String shown = shown(text);

    Optional<WidgetFile> file = WidgetFileReader.read("f", bytes, problems);

    assertThat(file.isPresent() || problems.hasErrors()).isTrue();
    problems.list().forEach(problem -> assertWithin(shown, problem.location()));
    file.ifPresent(cut -> assertSameCharacters(shown, cut.header()));
    file.ifPresent(cut -> assertSameCharacters(shown, cut.sql()));
    file.ifPresent(cut -> assertThat(shown).endsWith(cut.sql().text()));
  }

  @Property(tries = 1000)
  void anyBytes_areReadOrAProblem(@ForAll @Size(max = 40) byte[] bytes) {
    Problems problems = new Problems();

    Optional<WidgetFile> file = WidgetFileReader.read("f", bytes, problems);

    assertThat(file.isEmpty()).isEqualTo(problems.hasErrors());
  }

  private static void assertEveryForm(
      String yaml, Map<String, Object> values, boolean bom, boolean crlf) {
    String comments = ("\n" + yaml.substring(0, yaml.length() - 1)).replace("\n", "\n-- ");
    assertHeader(encode("-- ---" + comments + "\n-- ---\n", bom, crlf), values);
    assertHeader(encode("---\n" + yaml + "---\n", bom, crlf), values);
    if (!yaml.contains("*/")) {
      assertHeader(encode("/* ---\n" + yaml + "--- */\n", bom, crlf), values);
    }
  }

  private static void assertHeader(byte[] bytes, Map<String, Object> values) {
    Problems problems = new Problems();
    WidgetFile file = WidgetFileReader.read("f", bytes, problems).orElseThrow();

    Optional<YamlMap> header = YamlReader.readMap(file.header(), problems);

    assertThat(problems.list()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    assertThat(header.orElseThrow().toPlain()).as(file.header().text()).isEqualTo(values);
    assertThat(file.sql().text()).isEqualTo("SELECT 1\n");
  }

  /** Every char of a piece stands at its place in the file. */
  private static void assertSameCharacters(String shown, SourceText piece) {
    String[] lines = shown.split("\n", -1);
    for (int i = 0; i < piece.text().length(); i++) {
      SourceLocation place = piece.atOffset(i);
      assertWithin(shown, place);
      if (piece.text().charAt(i) != '\n') {
        assertThat(lines[place.line() - 1].charAt(place.column() - 1))
            .isEqualTo(piece.text().charAt(i));
      }
    }
  }

  private static void assertWithin(String shown, SourceLocation place) {
    String[] lines = shown.split("\n", -1);

    assertThat(place.line()).isBetween(1, lines.length);
    assertThat(place.column()).isBetween(1, lines[place.line() - 1].length() + 1);
  }

  /** The text as an editor shows it: without BOM, with plain line ends. */
  private static String shown(String text) {
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
  }

  private static byte[] encode(String header, boolean bom, boolean crlf) {
    String text = (bom ? "\uFEFF" : "") + header + "SELECT 1\n";
    return (crlf ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);
  }
}

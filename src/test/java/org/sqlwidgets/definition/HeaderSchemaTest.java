package org.sqlwidgets.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlReader;

/** The committed schema of headers is that of the readers, and takes every good header. */
class HeaderSchemaTest {
  private static final Path FILE = Path.of("docs/widget-header.schema.json");
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  @Test
  void committedSchema_isThatOfTheReaders() throws IOException {
    Object tree = MAPPER.readValue(JsonTree.write(HeaderSchema.tree()), Object.class);
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    if (Boolean.getBoolean("golden.update")
        && !(Files.exists(FILE) && Files.readString(FILE).equals(text))) {
      Files.writeString(FILE, text);
      throw new AssertionError("rewritten, look at the difference and run again: " + FILE);
    }
    assertThat(FILE).hasContent(text);
  }

  @Test
  void goodHeaders_areTaken() throws IOException {
    List<Path> files = good();
    assertThat(files).hasSizeGreaterThan(40);
    assertThat(files)
        .map(HeaderSchemaTest::header)
        .filteredOn(header -> !header.has("action"))
        .allSatisfy(header -> assertThat(refusals(header)).isEmpty());
  }

  @Test
  void mistakes_areRefused() {
    for (String header :
        List.of(
            "nmae: Prices",
            "type: tabel",
            "gridData: { w: 41, h: 5 }",
            "columns: { a: { decimalPlaces: 7 } }",
            "params: [{ paramName: a, type: text, labl: A }]",
            "expect: { rows: { min: many } }",
            "publish: 5")) {
      assertThat(refusals(json("-- ---\n-- " + header + "\n-- ---\nSELECT 1"))).isNotEmpty();
    }
  }

  private static List<Path> good() throws IOException {
    try (Stream<Path> cases = Files.walk(Path.of("src/test/resources/cases/good"));
        Stream<Path> examples = Files.walk(Path.of("sql-widgets"))) {
      return Stream.concat(cases, examples)
          .filter(file -> file.toString().matches(".*/\\w+\\.sql"))
          .filter(file -> !file.toString().matches(".*/([._]|lookups/|actions/).*"))
          .toList();
    }
  }

  private static List<String> refusals(JsonNode header) {
    JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema());
    return schema.validate(header).stream().map(Object::toString).toList();
  }

  private static JsonNode schema() {
    try {
      return MAPPER.readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode header(Path file) {
    try {
      return json(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    Problems problems = new Problems();
    var plain =
        WidgetFileReader.read("a.sql", text.getBytes(UTF_8), problems)
            .flatMap(parts -> YamlReader.readMap(parts.header(), problems))
            .orElseThrow()
            .toPlain();
    try {
      return MAPPER.readTree(JsonTree.write(plain));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

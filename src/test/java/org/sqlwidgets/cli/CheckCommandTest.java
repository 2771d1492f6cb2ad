package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CheckCommandTest {
  private static final String EXPECTING =
      """
      -- ---
      -- expect:
      --   - rows: 1
      --     notNull: one
      --   - name: Two
      --     rows: { min: 2 }
      -- ---
      SELECT 1 AS one
      """;

  @TempDir private Path folder;

  @Test
  void examples_haveNoErrors_andRun() {
    CommandLineRun run = CommandLineRun.of("check", "sql-widgets");
    assertThat(run.exitCode()).as("%s", run.out()).isZero();
    assertThat(run.out()).last().asString().matches("\\d+ files checked: 0 errors, .*");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void mistake_isOne_withFileLineColumnAndRemedy() throws IOException {
    write("market/prices.sql", "-- ---\n-- nmae: Prices\n-- ---\nSELECT 1 AS one\n");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsExactly(
            folder + "/market/prices.sql:2:4: error: unknown key \"nmae\"; did you mean \"name\"?",
            "1 file checked: 1 error, 0 warnings, 0 hints");
  }

  @Test
  void mistakesOfAllFiles_areTold_inTheOrderOfTheFiles() throws IOException {
    write("b.sql", "SELEC 1 AS one");
    write("a.sql", "SELECT one AS one FROM no_such_table");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).hasSize(3);
    assertThat(run.out().get(0)).startsWith(folder + "/a.sql:1:").contains("no_such_table");
    assertThat(run.out().get(1)).startsWith(folder + "/b.sql:1:1: error: ");
  }

  @Test
  void hints_areNoErrors() throws IOException {
    write("bare.sql", "---\nname: Bare\n---\nSELECT 1 AS one\n");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).first().asString().contains("/bare.sql:1:1: hint: ");
    assertThat(run.out()).last().isEqualTo("1 file checked: 0 errors, 0 warnings, 1 hint");
  }

  @Test
  void queryThatFailsOnlyWhenItRuns_isAnError() throws IOException {
    write("ratio.sql", "SELECT 1 / (close_usd - close_usd) AS ratio FROM monthly_stock_prices");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .first()
        .asString()
        .contains("/ratio.sql: error: running it with its defaults failed: ")
        .contains("ivision by zero");
  }

  @Test
  void lookupQueryThatFails_isAnError() throws IOException {
    write(
        "lookups/odd.sql", "SELECT 1 / (close_usd - close_usd) AS value FROM monthly_stock_prices");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).first().asString().contains("/lookups/odd.sql: error: ");
  }

  @Test
  void json_holdsCountsAndPlaces() throws IOException {
    write("my data/a.sql", "-- ---\n-- nmae: Prices\n-- ---\nSELECT 1 AS one\n");
    CommandLineRun run = CommandLineRun.of("check", "--format=json", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThatJson(run)
        .isEqualTo(
            """
            {"files":1,"errors":1,"warnings":0,"hints":0,"problems":[{"file":"%s/my data/a.sql",\
            "line":2,"column":4,"severity":"error",\
            "message":"unknown key \\"nmae\\"; did you mean \\"name\\"?"}],"expectations":[]}\
            """
                .formatted(folder));
  }

  @Test
  void sarif_holdsPlaces_withHintsAsNotes() throws IOException {
    write("my data/5% #ü/a.sql", "---\nname: Bare\n---\nSELECT 1 AS one\n");
    CommandLineRun run = CommandLineRun.of("check", "--format", "SARIF", folder.toString());
    assertThat(run.exitCode()).isZero();
    assertThatJson(run)
        .startsWith(
            "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\"")
        .contains("\"level\":\"note\"")
        .contains("\"uri\":\"" + folder + "/my%20data/5%25%20%23%C3%BC/a.sql\"}")
        .contains("\"region\":{\"startLine\":1,\"startColumn\":1}");
  }

  @Test
  void junit_failsTheFilesWithErrors() throws Exception {
    write("bad.sql", "---\nname: Bare\n---\nSELECT '<&\u0001' AS a, 1 AS a");
    write("good.sql", "SELECT 1 AS one");
    write("hint.sql", "---\nname: Bare\n---\nSELECT 1 AS one\n");
    CommandLineRun run = CommandLineRun.of("check", "--format=junit", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    Document xml = xml(run);
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("3");
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent()).contains("/bad.sql:1:1: hint: ").contains(": error: ");
    assertThat(failure.getAttribute("message")).contains("\"a\"");
  }

  @Test
  void expectations_areCounted_andFailAtTheirPlace() throws IOException {
    write("a.sql", EXPECTING);
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsExactly(
            folder + "/a.sql:6:14: error: expected at least 2 rows, found 1",
            "1 file checked: 1 error, 0 warnings, 0 hints; 1 of 2 expectations met");
  }

  @Test
  void expectations_areListedInJson() throws IOException {
    write("a.sql", EXPECTING);
    CommandLineRun run = CommandLineRun.of("check", "--format=json", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThatJson(run)
        .contains(
            "\"expectations\":[{\"file\":\"%s/a.sql\",\"line\":3,\"column\":8,\"name\":\"with the"
                    .formatted(folder)
                + " defaults\",\"met\":true,\"rows\":1,\"milliseconds\":")
        .contains("\"name\":\"Two\",\"met\":false,\"rows\":1,");
  }

  @Test
  void expectations_areTestCasesOfTheirOwn() throws Exception {
    write("a.sql", EXPECTING);
    CommandLineRun run = CommandLineRun.of("check", "--format=junit", folder.toString());
    Document xml = xml(run);
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("3");
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) xml.getElementsByTagName("failure").item(0).getParentNode();
    assertThat(failed.getAttribute("classname")).isEqualTo(folder + "/a.sql");
    assertThat(failed.getAttribute("name")).isEqualTo("Two");
    assertThat(failed.getTextContent()).contains("expected at least 2 rows, found 1");
  }

  @Test
  void requiredParam_isNoReasonNotToRun_whenAnExpectationGivesIt() throws IOException {
    String param = "-- ---\n-- params: [{ paramName: n, type: number, required: true }]\n";
    write("a.sql", param + "-- ---\nSELECT :n + 1 AS n");
    write("b.sql", param + "-- expect: { params: { n: 1 }, rows: 1 }\n-- ---\nSELECT :n + 1 AS n");
    CommandLineRun run = CommandLineRun.of("check", folder.toString());
    assertThat(run.out()).hasSize(2);
    assertThat(run.out().getFirst())
        .startsWith(folder + "/a.sql: hint: not run: param \"n\" is required");
  }

  @Test
  void unknownFormat_isAWrongCommandLine() {
    CommandLineRun run = CommandLineRun.of("check", "--format=xml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).first().asString().contains("--format").contains("xml");
  }

  private static Document xml(CommandLineRun run) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(String.join("\n", run.out()))));
  }

  private static AbstractStringAssert<?> assertThatJson(CommandLineRun run) {
    assertThat(run.out()).hasSize(1);
    return assertThat(run.out().getFirst());
  }

  @Test
  void explain_tellsThePlan() throws IOException {
    write(
        "a.sql",
        "-- ---\n-- params: [{ paramName: s, type: text, value: AAPL }]\n-- ---\n"
            + "SELECT month FROM monthly_stock_prices WHERE symbol = :s");
    CommandLineRun run = CommandLineRun.of("check", "--explain", folder.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).first().isEqualTo(folder + "/a.sql: hint: plan:");
    assertThat(run.out()).anyMatch(line -> line.contains("\"monthly_stock_prices\""));
    assertThat(run.out()).last().isEqualTo("1 file checked: 0 errors, 0 warnings, 1 hint");
  }

  @Test
  void explain_andOffline_doNotGoTogether() {
    CommandLineRun run = CommandLineRun.of("check", "--explain", "--offline", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).first().asString().contains("--explain asks the database");
  }

  @Test
  void filters_thatAnIndexServes_areToldFromOthers() {
    assertThat(PlanCheck.column("(large.kind = 7)")).contains("kind");
    assertThat(PlanCheck.column("((t.s)::text = 'a'::text)")).contains("s");
    assertThat(PlanCheck.column("((t.n >= 1) AND (t.n < 5))")).contains("n");
    assertThat(PlanCheck.column("(t.s = ANY ('{a,b}'::text[]))")).contains("s");
    assertThat(PlanCheck.column("(upper(t.s) = 'A'::text)")).isEmpty();
    assertThat(PlanCheck.column("(lower((t.s)::text) = 'a'::text)")).isEmpty();
    assertThat(PlanCheck.column("(t.n <> 5)")).isEmpty();
    assertThat(PlanCheck.column("((t.n % 5) = 0)")).isEmpty();
    assertThat(PlanCheck.column("(t.s ~~ '%a%'::text)")).isEmpty();
    assertThat(PlanCheck.column("((t.a = 1) OR (t.b = 2))")).isEmpty();
    assertThat(PlanCheck.column("")).isEmpty();
  }

  @Test
  void offline_asksNoDatabase() throws IOException {
    write("a.sql", "SELECT one AS one FROM no_such_table");
    CommandLineRun run = CommandLineRun.of("check", "--offline", folder.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsExactly(
            "1 file checked: 0 errors, 0 warnings, 0 hints (offline: columns, types, lookups and"
                + " the widgets of apps were not checked)");
  }

  @Test
  void offline_findsWhatNeedsNoDatabase() throws IOException {
    write("a.sql", "SELECT 1 AS one; DROP TABLE monthly_stock_prices");
    CommandLineRun run = CommandLineRun.of("check", "--offline", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).first().asString().contains("/a.sql:1:18: error: ");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
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

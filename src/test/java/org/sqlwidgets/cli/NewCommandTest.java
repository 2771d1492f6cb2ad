package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  @TempDir private Path folder;

  private CommandLineRun make(String... args) {
    List<String> all = new ArrayList<>(List.of("new", "--directory", folder.toString()));
    all.addAll(List.of(args));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  /** What check says of all files: that there is nothing to say. */
  private void assertThatNothingIsWrong(int files) {
    CommandLineRun check = CommandLineRun.of("check", folder.toString());
    assertThat(check.out())
        .containsExactly(
            files + (files == 1 ? " file" : " files") + " checked: 0 errors, 0 warnings, 0 hints");
  }

  @Test
  void table_givesAFile_thatCompilesAndRuns() throws IOException {
    CommandLineRun run = make("market/my_prices", "--table", "monthly_stock_prices");
    Path file = folder.resolve("market/my_prices.sql");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsExactly("wrote " + file + ": 3 columns, 0 params");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            -- ---
            -- name: My Prices
            -- description: Rows of monthly_stock_prices
            -- # type: table                # or metric, chart, markdown, html, ssrm_table, …
            -- columns:
            --   symbol: { headerName: Symbol }   # text
            --   month: { headerName: Month }   # date
            --   close_usd: { headerName: Close USD }   # numeric
            -- # expect:                    # what check holds the rows against
            -- #   - rows: { min: 1 }
            -- ---
            SELECT symbol,
                   month,
                   close_usd
            FROM   monthly_stock_prices
            LIMIT  1000
            """);
    assertThatNothingIsWrong(1);
  }

  @Test
  void query_givesItsParamsAndColumns() throws IOException {
    make(
        "prices.sql",
        "--query",
        "SELECT month, close_usd AS \"Close: 100% # sure\", symbol AS \"null\""
            + " FROM monthly_stock_prices"
            + " WHERE month >= :since AND close_usd > :least AND symbol = ANY(:symbols);");
    assertThat(Files.readString(folder.resolve("prices.sql")))
        .contains("--   - paramName: since\n--     type: date\n--     # value: $currentDate-1y   #")
        .contains("--   - paramName: least\n--     type: number\n--     # value: 1   #")
        .contains("--   - paramName: symbols\n--     type: text\n")
        .contains("--   \"Close: 100% # sure\": { headerName: \"Close: 100% # Sure\" }   # numeric")
        .contains("--   \"null\": { headerName: \"Null\" }   # text")
        .endsWith("symbol = ANY(:symbols);\n");
    assertThatNothingIsWrong(1);
  }

  @Test
  void lines_thatAreComments_becomeKeys_thatCompile() throws IOException {
    make(
        "a",
        "--query",
        "SELECT CAST(:n AS integer) AS one, CAST(:day AS date) AS day\n"
            + "WHERE CAST(:yes AS boolean) OR CAST(:t AS varchar) = 'a'");
    Path file = folder.resolve("a.sql");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceAll("(?m)^(--(?:    )? )# (?!description)", "$1").replace(", …", ""));
    assertThat(Files.readString(file)).contains("--     value: $currentDate-1y", "-- expect:");
    CommandLineRun check = CommandLineRun.of("check", folder.toString());
    assertThat(check.out())
        .containsExactly("1 file checked: 0 errors, 0 warnings, 0 hints; 1 of 1 expectation met");
  }

  @Test
  void fileThatIsThere_isKept() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "SELECT 1 AS one");
    CommandLineRun run = make("a", "--query", "SELECT 2 AS two");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "SQL Widgets cannot make the file: "
                + folder
                + "/a.sql is there already; choose another name");
    assertThat(folder.resolve("a.sql")).hasContent("SELECT 1 AS one");
  }

  @Test
  void idOfAnotherFile_isRefused() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "SELECT 1 AS one");
    CommandLineRun run = make("b/a", "--query", "SELECT 2 AS two");
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().getFirst()).contains("widget id \"a\" is that of").contains("/a.sql;");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void whatCannotBe_isRefused_andNothingIsWritten() {
    assertThat(make("a", "--query", "SELECT x FROM no_such_table").err().getFirst())
        .contains("no_such_table");
    assertThat(make("a", "--query", "DROP TABLE monthly_stock_prices").err().getFirst())
        .contains("SQL Widgets cannot make the file: ");
    assertThat(make("a", "--table", "x; DROP TABLE monthly_stock_prices").err().getFirst())
        .contains("is no name of a table");
    assertThat(make("../a", "--table", "x").err().getFirst()).contains("is no folder of widgets");
    assertThat(make("/elsewhere/a", "--table", "x").err().getFirst())
        .contains("no folder of widgets");
    assertThat(make("lookups/a", "--table", "x").err().getFirst()).contains("no folder of widgets");
    assertThat(make("A b", "--table", "x").err().getFirst()).contains("\"A b\" is no widget id");
    assertThat(make("a", "--table", "x", "--datasource", "y").err().getFirst()).contains("\"y\"");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void neitherTableNorQuery_isAWrongCommandLine() {
    assertThat(make("a").exitCode()).isEqualTo(2);
    assertThat(make("a", "--table", "x", "--query", "y").exitCode()).isEqualTo(2);
  }
}

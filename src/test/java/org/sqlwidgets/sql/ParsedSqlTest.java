package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

class ParsedSqlTest {

  @Test
  void placeholders_repeatedName_areAllListedWithTheirPlaces() {
    ParsedSql sql = parse("SELECT :b, :a, :b");
    assertThat(sql.placeholders())
        .containsExactly(
            new Placeholder("b", 7), new Placeholder("a", 11), new Placeholder("b", 15));
    assertThat(sql.names()).containsExactly("b", "a");
  }

  @Test
  void moreThanAThousandNames_areRefused() {
    String names =
        IntStream.rangeClosed(1, 1000).mapToObj(i -> ":p" + i).collect(Collectors.joining(", "));
    assertThat(parse("SELECT " + names + ", :p1").names()).hasSize(1000);
    Problems problems = new Problems();
    SourceText one = SourceText.ofFile("f", "SELECT " + names + ", :q");
    assertThat(ParsedSql.parse(one, SqlDialect.H2, problems)).isEmpty();
    assertThat(problems.list())
        .singleElement()
        .asString()
        .isEqualTo(
            "f:1:1: error: the SQL has 1001 placeholders of different names; at most 1000 are"
                + " accepted");
  }

  @Test
  void firstComment_isTheFirstLineCommentWithWords() {
    assertThat(
            parse("/* a */\n--\n-- -----\n--- Monthly prices --- \n-- b\nSELECT 1").firstComment())
        .hasValue("Monthly prices ---");
  }

  @Test
  void firstComment_behindTheQuery_counts() {
    assertThat(parse("SELECT 1 -- one").firstComment()).hasValue("one");
  }

  @Test
  void firstComment_inAStringOrABlock_isNone() {
    assertThat(parse("SELECT '-- a' /* -- b */").firstComment()).isEmpty();
  }

  @Test
  void calledFunctions_areLowerCaseNamesBeforeParentheses() {
    assertThat(
            parse("SELECT Max(a), x.y (1), \"Q\"\"q\"/**/(2), max(b), z FROM t").calledFunctions())
        .containsExactly("max", "y", "q\"q");
  }

  @Test
  void equals_sameTextAndOrigin_isEqual() {
    assertThat(parse("SELECT 1"))
        .isEqualTo(parse("SELECT 1"))
        .hasSameHashCodeAs(parse("SELECT 1"))
        .isNotEqualTo(parse("SELECT 2"))
        .hasToString("SELECT 1");
  }

  private static ParsedSql parse(String sql) {
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), SqlDialect.POSTGRESQL, new Problems())
        .orElseThrow();
  }
}

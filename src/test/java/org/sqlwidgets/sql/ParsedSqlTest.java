package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

class ParsedSqlTest {

  @Test
  void names_repeatedPlaceholder_areInOrderOfFirstAppearance() {
    ParsedSql sql = parse("SELECT :b, :a, :b");
    assertThat(sql.names()).containsExactly("b", "a");
    assertThat(sql.placeholders())
        .containsExactly(
            new Placeholder("b", 7), new Placeholder("a", 11), new Placeholder("b", 15));
  }

  @Test
  void toJdbc_placeholders_becomeQuestionMarks() {
    JdbcSql jdbc = parse("SELECT * FROM t WHERE a = :x AND b < :y OR c = :x;").toJdbc(Set.of());
    assertThat(jdbc.text()).isEqualTo("SELECT * FROM t WHERE a = ? AND b < ? OR c = ?");
    assertThat(jdbc.names()).containsExactly("x", "y", "x");
  }

  private static ParsedSql parse(String sql) {
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), SqlDialect.POSTGRESQL, new Problems())
        .orElseThrow();
  }
}

package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.SqlTextArbitraries.Query;

/** A database and its driver read a text as the lexer does. */
abstract class SqlLexerContract {

  abstract SqlDialect dialect();

  abstract Connection connection();

  @Provide
  Arbitrary<Query> queries() {
    return SqlTextArbitraries.queries(dialect());
  }

  @Property(tries = 300)
  void jdbcText_preparedByTheDatabase_hasAParameterForEachPlaceholder(
      @ForAll("queries") Query query) throws SQLException {
    assertThat(parameters(parse(query.sql()).toJdbc(Set.of()).text()))
        .isEqualTo(query.placeholders().size());
  }

  /** The author's own text, comments included, with nothing changed but the placeholders. */
  @Property(tries = 300)
  void text_preparedByTheDatabase_hasAParameterForEachPlaceholder(@ForAll("queries") Query query)
      throws SQLException {
    StringBuilder text = new StringBuilder(query.sql());
    for (Placeholder placeholder : parse(query.sql()).placeholders().reversed()) {
      int end = placeholder.offset() + 1 + placeholder.name().length();
      text.replace(placeholder.offset(), end, "?");
    }
    assertThat(parameters(text.toString())).isEqualTo(query.placeholders().size());
  }

  private int parameters(String jdbc) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(jdbc)) {
      return statement.getParameterMetaData().getParameterCount();
    }
  }

  ParsedSql parse(String sql) {
    Problems problems = new Problems();
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect(), problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }
}

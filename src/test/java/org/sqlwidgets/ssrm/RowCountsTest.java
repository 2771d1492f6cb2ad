package org.sqlwidgets.ssrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.ssrm.Filter.TextFilter;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements;

class RowCountsTest {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();
  private static final ColumnDef NAME =
      new ColumnDef("name", SqlType.TEXT, SqlType.TEXT, -1, WireForm.BY_TYPE, Map.of());

  private long now;
  private final Query query = query();
  private final RowCounts counts = new RowCounts(() -> now);

  private static Query query() {
    String text = "SELECT name FROM t";
    return new Query(
        ParsedSql.parse(SourceText.ofFile("q.sql", text), SqlDialect.H2, new Problems())
            .orElseThrow(),
        new Statements.Single(new Statement(text, List.of())),
        "widgets",
        List.of(),
        List.of(NAME),
        Duration.ofSeconds(1),
        10_000,
        Optional.empty());
  }

  private RowCounts.Key key(String word) {
    Filter filter = new TextFilter(NAME, TextOperator.CONTAINS, word);
    return new RowCounts.Key(
        query,
        new BoundParams(Map.of()),
        new RowsRequest(0, 1, List.of(), Optional.empty(), List.of(), filter, List.of(), false));
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void count_isKeptForAMinute_howeverOftenItIsUsed() {
    counts.put(key("a"), UNKNOWN, 7);
    pass(40);
    OptionalLong known = counts.find(key("a"));
    assertThat(known).hasValue(7);
    counts.put(key("a"), known, 7);
    pass(21);
    assertThat(counts.find(key("a"))).isEmpty();
  }

  @Test
  void anotherCount_isKeptForAMinuteOfItsOwn() {
    counts.put(key("a"), UNKNOWN, 7);
    pass(40);
    counts.put(key("a"), counts.find(key("a")), 5);
    pass(40);
    assertThat(counts.find(key("a"))).hasValue(5);
  }

  @Test
  void otherFilters_haveOtherCounts() {
    counts.put(key("a"), UNKNOWN, 7);
    assertThat(counts.find(key("b"))).isEmpty();
  }

  @Test
  void longFilter_isNotKept() {
    counts.put(key("x".repeat(9_000)), UNKNOWN, 7);
    counts.put(key("x".repeat(10_000)), UNKNOWN, 7);
    assertThat(counts.find(key("x".repeat(9_000)))).hasValue(7);
    assertThat(counts.find(key("x".repeat(10_000)))).isEmpty();
  }

  @Test
  void manyFilters_takeBoundedMemory() {
    for (int i = 0; i < 3000; i++) {
      counts.put(key("w" + i), UNKNOWN, i);
    }
    assertThat(counts.size()).isEqualTo(1000);
  }
}

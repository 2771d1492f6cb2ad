package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryOrderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select a from t order by a | order by a | false | false",
        "SELECT a FROM t ORDER BY a DESC, f(a, b) NULLS LAST LIMIT 5 | ORDER BY a DESC, f(a, b)"
            + " NULLS LAST | true | false",
        "select a from t order by a offset ? rows | order by a | true | false",
        "select a from t order by a fetch first 5 rows with ties | order by a | true | true",
        "select distinct on (a) a from t order by a, b | order by a, b | true | false",
        "select a, row_number() over (order by b) from t order by 1 | order by 1 | false | false",
        "with x as (select a from t order by a limit 1) select a from x order by a | order by a |"
            + " false | false",
        "select a from t union all (select b from u order by b) order by 1 | order by 1 | false |"
            + " false",
        "((select a from t order by a)) | order by a | false | false",
        "select 'order by x' as a, \"order by\" from t order by t.limit | order by t.limit | false"
            + " | false",
        "select a from t order by case when ? = 1 then a end, ? | order by case when ? = 1 then a"
            + " end, ? | false | false",
      })
  void order_isCutOut(String sql, String order, boolean decidesRows, boolean withTies) {
    for (SqlDialect dialect : SqlDialect.values()) {
      QueryOrder found = QueryOrder.find(sql, dialect).orElseThrow();
      assertThat(found.order().text()).isEqualTo(order);
      assertThat(found.before().text() + order + found.after().text()).isEqualTo(sql);
      assertThat(found.decidesRows()).isEqualTo(decidesRows);
      assertThat(found.withTies()).isEqualTo(withTies);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t",
        "select a, row_number() over (order by b) from t",
        "select string_agg(a, ',' order by a) from t",
        "select a from (select a from t order by a) as x",
        "(select a from t order by a) union all (select b from u order by b)",
        "select 'order by a' from t",
      })
  void orderOfAPart_isNone(String sql) {
    assertThat(QueryOrder.find(sql, SqlDialect.POSTGRESQL)).isEmpty();
    assertThat(QueryOrder.find(sql, SqlDialect.H2)).isEmpty();
  }

  @Test
  void placeholders_areCountedInEachPiece_withoutOperatorsAndStrings() {
    QueryOrder found =
        QueryOrder.find(
                "select a ?? 'x?' from t where b = ? and c = ? order by ? limit ? offset ?",
                SqlDialect.POSTGRESQL)
            .orElseThrow();
    assertThat(found.before().placeholders()).isEqualTo(2);
    assertThat(found.order().placeholders()).isEqualTo(1);
    assertThat(found.after().placeholders()).isEqualTo(2);
  }
}

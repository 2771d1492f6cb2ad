package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Server-side tables (widget-file §4, contract §1.5, §4.9). */
interface SsrmContract extends Topic {
  /** Eight rows with every kind of column, NULLs and ties; the order of the file is by id. */
  String ROWS =
      """
      SELECT id, name, code, qty, price, ratio, sold, day, at, zoned, note
      FROM (VALUES
        (1, 'Anna', CAST('A1' AS char(4)), 5, CAST(1.50 AS numeric(9,2)), CAST(0.5 AS double precision), TRUE,
          DATE '2024-01-31', TIMESTAMP '2024-01-31 00:00:00', TIMESTAMP WITH TIME ZONE '2024-01-31 23:30:00+00', 'x'),
        (2, 'BERT', 'A2', 7, 2.50, 1.5, FALSE,
          DATE '2024-02-01', TIMESTAMP '2024-01-31 13:45:00', TIMESTAMP WITH TIME ZONE '2024-02-01 00:00:00+00', ''),
        (3, 'anna', 'B1', 5, 2.50, NULL, NULL,
          DATE '2024-02-02', TIMESTAMP '2024-02-01 00:00:00', NULL, '  '),
        (4, NULL, NULL, NULL, NULL, 2.25, TRUE, NULL, NULL, NULL, NULL),
        (5, '50%', 'B2', -3, 10.00, -1.5, FALSE,
          DATE '2023-12-31', TIMESTAMP '2023-12-31 23:59:59', TIMESTAMP WITH TIME ZONE '2023-12-31 23:59:59+00', 'a_b'),
        (6, 'a_c', 'C1', 0, 0.00, 0, NULL,
          DATE '2024-01-31', TIMESTAMP '2024-01-31 23:59:59.5', TIMESTAMP WITH TIME ZONE '2024-01-31 00:00:00+00', '!'),
        (7, 'zo''e "q" \\', 'C2', 12, 2.51, 3.125, TRUE,
          DATE '2024-03-01', TIMESTAMP '2024-03-01 08:00:00', TIMESTAMP WITH TIME ZONE '2024-03-01 08:00:00+00', 'axb'),
        (8, 'Änne', 'C2', 5, 1.50, 0.5, TRUE,
          DATE '2024-02-01', TIMESTAMP '2024-02-01 10:00:00', TIMESTAMP WITH TIME ZONE '2024-02-01 10:00:00+00', 'x')
      ) AS v(id, name, code, qty, price, ratio, sold, day, at, zoned, note)
      ORDER BY id
      """;

  private static String file(String sql) {
    return "-- ---\n-- type: ssrm_table\n-- ---\n" + sql;
  }

  private HttpReply post(String id, String body) {
    return server().http().post("/widgets/" + id, body);
  }

  private JsonNode block(String id, String body) {
    HttpReply reply = post(id, body);
    JsonNode columns = server().published(id).path("data").path("table").path("columnsDefs");
    assertThat(ReplyJudge.blockFailures(reply.body(), columns)).as(reply.text()).isEmpty();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    return reply.json();
  }

  private String error(String id, String body) {
    HttpReply reply = post(id, body);
    assertThat(reply.status()).as(body).isEqualTo(200);
    assertThat(ReplyJudge.blockErrorFailures(reply.body())).as(body + reply.text()).isEmpty();
    return reply.json().path("error").asText();
  }

  private static String ids(JsonNode block) {
    return values(block, "id");
  }

  private static String values(JsonNode block, String field) {
    List<String> values = new ArrayList<>();
    block.path("rowData").forEach(row -> values.add(row.path(field).asText()));
    return String.join(" ", values);
  }

  private void filtered(String model, String ids) {
    String id = server().publish(file(ROWS));
    for (int run = 0; run < 7; run++) {
      JsonNode block = block(id, "{\"filterModel\":{" + model + "}}");
      assertThat(ids(block)).as(model).isEqualTo(ids);
      assertThat(block.path("rowCount").intValue()).isEqualTo(block.path("rowData").size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "text | contains    | name | ann     | 1 3",
        "text | notContains | name | ann     | 2 5 6 7 8",
        "text | equals      | name | ANNA    | 1 3",
        "text | notEqual    | name | ANNA    | 2 5 6 7 8",
        "text | startsWith  | name | a       | 1 3 6",
        "text | endsWith    | name | T       | 2",
        "text | contains    | name | %       | 5",
        "text | contains    | name | _       | 6",
        "text | contains    | note | a_      | 5",
        "text | contains    | note | !       | 6",
        "text | contains    | name | \\\\    | 7",
        "text | contains    | name | \\\"q   | 7",
        "text | contains    | name | o'e     | 7",
        "text | contains    | name | ÄNN     | 8",
        "text | equals      | code | a1      | 1",
        "text | endsWith    | code | 2       | 2 5 7 8",
        "text | blank       | note |         | 2 3 4",
        "text | notBlank    | note |         | 1 5 6 7 8",
        "text | contains    | qty  | 5       | 1 3 8",
        "text | equals      | day  | 2024-01-31 | 1 6",
        "number | equals             | qty   | 5    | 1 3 8",
        "number | notEqual           | qty   | 5    | 2 5 6 7",
        "number | lessThan           | qty   | 5    | 5 6",
        "number | lessThanOrEqual    | qty   | 5    | 1 3 5 6 8",
        "number | greaterThan        | qty   | 5    | 2 7",
        "number | greaterThanOrEqual | qty   | 5    | 1 2 3 7 8",
        "number | greaterThan        | qty   | 4.5  | 1 2 3 7 8",
        "number | equals             | qty   | 4.5  | ~~",
        "number | lessThan           | qty   | 1e12 | 1 2 3 5 6 7 8",
        "number | blank              | qty   |      | 4",
        "number | notBlank           | qty   |      | 1 2 3 5 6 7 8",
        "number | equals             | price | 2.5  | 2 3",
        "number | greaterThan        | price | 2.5  | 5 7",
        "number | lessThan           | ratio | 0.5  | 5 6",
        "number | equals             | ratio | 2.25 | 4",
        "boolean | true    | sold | | 1 4 7 8",
        "boolean | false   | sold | | 2 5",
        "text    | true    | sold | | 1 4 7 8",
        "boolean | blank   | sold | | 3 6",
        "boolean | notEqual | sold | true | 2 5",
      })
  default void filter_ofOneValue_findsItsRows(
      String kind, String type, String column, String value, String ids) {
    String filter = value == null ? "" : ",\"filter\":\"" + value + "\"";
    filtered(
        "\"%s\":{\"filterType\":\"%s\",\"type\":\"%s\"%s}".formatted(column, kind, type, filter),
        ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "equals             | day   | 2024-01-31 00:00:00 | 1 6",
        "notEqual           | day   | 2024-01-31          | 2 3 5 7 8",
        "lessThan           | day   | 2024-01-31          | 5",
        "greaterThanOrEqual | day   | 2024-01-31          | 1 2 3 6 7 8",
        "greaterThan        | day   | 2024-01-31          | 2 3 7 8",
        "lessThanOrEqual    | day   | 2024-01-31          | 1 5 6",
        "blank              | day   |                     | 4",
        "equals             | at    | 2024-01-31 00:00:00 | 1 2 6",
        "notEqual           | at    | 2024-01-31 00:00:00 | 3 5 7 8",
        "lessThan           | at    | 2024-02-01          | 1 2 5 6",
        "greaterThan        | at    | 2024-01-31          | 3 7 8",
        "greaterThanOrEqual | at    | 2024-01-31          | 1 2 3 6 7 8",
        "lessThanOrEqual    | at    | 2024-01-31          | 1 2 5 6",
        "equals             | at    | 2024-01-31 13:45:00 | 2",
        "greaterThan        | at    | 2024-01-31 13:45:00 | 3 6 7 8",
        "equals             | zoned | 2024-01-31          | 1 6",
        "lessThan           | zoned | 2024-02-01          | 1 5 6",
        "notBlank           | zoned |                     | 1 2 5 6 7 8",
      })
  default void dateFilter_findsItsRows(String type, String column, String from, String ids) {
    String value = from == null ? "null" : "\"" + from + "\"";
    filtered(
        "\"%s\":{\"filterType\":\"date\",\"type\":\"%s\",\"dateFrom\":%s,\"dateTo\":null}"
            .formatted(column, type, value),
        ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "range of numbers   |"
            + " ~\"qty\":{\"filterType\":\"number\",\"type\":\"inRange\",\"filter\":0,\"filterTo\":5}~"
            + " | 1 3 6 8",
        "range of days      |"
            + " ~\"day\":{\"filterType\":\"date\",\"type\":\"inRange\",\"dateFrom\":\"2024-01-31\",\"dateTo\":\"2024-02-01\"}~"
            + " | 1 2 6 8",
        "range of times     |"
            + " ~\"at\":{\"filterType\":\"date\",\"type\":\"inRange\",\"dateFrom\":\"2024-01-31\",\"dateTo\":\"2024-02-01\"}~"
            + " | 1 2 3 6 8",
        "set of texts       | ~\"name\":{\"filterType\":\"set\",\"values\":[\"Anna\",\"50%\"]}~ | 1"
            + " 5",
        "set with NULL      | ~\"name\":{\"filterType\":\"set\",\"values\":[\"Anna\",null]}~ | 1 4",
        "set of NULL        | ~\"qty\":{\"filterType\":\"set\",\"values\":[null]}~ | 4",
        "empty set          | ~\"name\":{\"filterType\":\"set\",\"values\":[]}~ | ~~",
        "set of numbers     | ~\"qty\":{\"filterType\":\"set\",\"values\":[\"5\",7,2.5]}~ | 1 2 3"
            + " 8",
        "set of decimals    | ~\"price\":{\"filterType\":\"set\",\"values\":[1.5,\"10\"]}~ | 1 5 8",
        "set of days        | ~\"day\":{\"filterType\":\"set\",\"values\":[\"2024-02-01\"]}~ | 2 8",
        "set of booleans    | ~\"sold\":{\"filterType\":\"set\",\"values\":[false,null]}~ | 2 3 5"
            + " 6",
        "set of codes       | ~\"code\":{\"filterType\":\"set\",\"values\":[\"C2\"]}~ | 7 8",
        "AND                |"
            + " ~\"qty\":{\"filterType\":\"number\",\"operator\":\"AND\",\"conditions\":[{\"filterType\":\"number\",\"type\":\"greaterThan\",\"filter\":0},{\"filterType\":\"number\",\"type\":\"lessThan\",\"filter\":7}]}~"
            + " | 1 3 8",
        "OR                 |"
            + " ~\"qty\":{\"filterType\":\"number\",\"operator\":\"OR\",\"conditions\":[{\"filterType\":\"number\",\"type\":\"blank\"},{\"filterType\":\"number\",\"type\":\"equals\",\"filter\":7}]}~"
            + " | 2 4",
        "OR of three        |"
            + " ~\"name\":{\"operator\":\"OR\",\"conditions\":[{\"type\":\"equals\",\"filter\":\"bert\"},{\"type\":\"contains\",\"filter\":\"50\"},{\"type\":\"startsWith\",\"filter\":\"zo\"}]}~"
            + " | 2 5 7",
        "old AND            |"
            + " ~\"name\":{\"filterType\":\"text\",\"operator\":\"AND\",\"condition1\":{\"filterType\":\"text\",\"type\":\"startsWith\",\"filter\":\"a\"},\"condition2\":{\"filterType\":\"text\",\"type\":\"notContains\",\"filter\":\"nn\"}}~"
            + " | 6",
        "old OR             |"
            + " ~\"day\":{\"filterType\":\"date\",\"operator\":\"OR\",\"condition1\":{\"filterType\":\"date\",\"type\":\"lessThan\",\"dateFrom\":\"2024-01-01\"},\"condition2\":{\"filterType\":\"date\",\"type\":\"blank\"}}~"
            + " | 4 5",
        "several in one     |"
            + " ~\"name\":{\"filterType\":\"multi\",\"filterModels\":[null,{\"filterType\":\"set\",\"values\":[\"Anna\",\"BERT\"]}]}~"
            + " | 1 2",
        "two columns        |"
            + " ~\"sold\":{\"filterType\":\"boolean\",\"type\":\"true\"},\"price\":{\"filterType\":\"number\",\"type\":\"equals\",\"filter\":1.5}~"
            + " | 1 8",
        "no kind            | ~\"qty\":{\"type\":\"equals\",\"filter\":12}~ | 7",
        "no filter          | ~\"qty\":null~ | 1 2 3 4 5 6 7 8",
      })
  default void combinedFilter_findsItsRows(String what, String model, String ids) {
    filtered(model, ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "qty asc            | 5 6 1 3 8 2 7 4",
        "qty desc           | 7 2 1 3 8 6 5 4",
        "price asc, id desc | 6 8 1 3 2 7 5 4",
        "sold asc, id asc   | 2 5 1 4 7 8 3 6",
        "day desc, id asc   | 7 3 2 8 1 6 5 4",
        "at asc             | 5 1 2 6 3 8 7 4",
        "ratio desc, id desc | 7 4 2 8 1 6 5 3",
        "code desc, qty asc | 8 7 6 5 3 2 1 4",
      })
  default void sort_putsNullLast_andSettlesTies(String sort, String ids) {
    String id = server().publish(file(ROWS.replace("ORDER BY id", "")));
    List<String> keys = new ArrayList<>();
    for (String key : sort.split(", ", -1)) {
      keys.add("{\"colId\":\"%s\",\"sort\":\"%s\"}".formatted((Object[]) key.split(" ", -1)));
    }
    String body = "{\"sortModel\":[" + String.join(",", keys) + "]";
    assertThat(ids(block(id, body + "}"))).isEqualTo(ids);
    String paged = "";
    for (int start = 0; start < 8; start += 3) {
      String page = ",\"startRow\":%d,\"endRow\":%d}".formatted(start, start + 3);
      paged += ids(block(id, body + page)) + " ";
    }
    assertThat(paged.strip()).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id, g FROM (%s) AS t ORDER BY g DESC",
        "SELECT id, g FROM (%s) AS t ORDER BY g DESC -- the end ;",
        "SELECT id, g FROM (%s) AS t ORDER BY g DESC, 1 /* the end */ ;",
        "WITH t AS (%s) SELECT id, g FROM t ORDER BY g DESC",
        "SELECT id, g FROM (%s) AS t ORDER BY g DESC OFFSET 0 FETCH FIRST 100 ROWS ONLY",
        "SELECT id, g FROM (%s) AS t WHERE id > 500 UNION ALL SELECT id, g FROM (%s) AS t WHERE id"
            + " <= 500 ORDER BY g DESC",
        "(SELECT id, g FROM (%s) AS t ORDER BY g DESC)",
        "SELECT DISTINCT id, g FROM (%s) AS t ORDER BY g DESC LIMIT 1000",
      })
  default void authorsOrder_holds_whenTheUserDoesNotSort(String sql) {
    String rows =
        server()
            .database()
            .pick(
                "SELECT x AS id, mod(x * 7, 5) AS g FROM system_range(1, 100) AS r(x)",
                "SELECT x AS id, mod(x * 7, 5) AS g FROM generate_series(1, 100) AS r(x)");
    String id = server().publish(file(sql.replace("%s", rows)));
    for (String filter :
        List.of(
            "", ",\"filterModel\":{\"id\":{\"filterType\":\"set\",\"values\":[99,1,50,2,3,98]}}")) {
      String whole = "";
      List<Integer> groups = new ArrayList<>();
      for (int start = 0; start < 100; start += 7) {
        JsonNode block =
            block(id, "{\"startRow\":%d,\"endRow\":%d%s}".formatted(start, start + 7, filter));
        whole += ids(block) + " ";
        block.path("rowData").forEach(row -> groups.add(row.path("g").intValue()));
      }
      assertThat(groups).isSortedAccordingTo(java.util.Comparator.reverseOrder());
      assertThat(whole.strip().replaceAll(" +", " "))
          .isEqualTo(ids(block(id, "{\"endRow\":100" + filter + "}")));
      assertThat(groups).hasSize(filter.isEmpty() ? 100 : 6);
    }
  }

  @Test
  default void firstBlock_isAsked_withEmptyOrMissingBody_orByGet() {
    String id = server().publish(file(ROWS));
    String whole = post(id, "{}").text();
    assertThat(whole)
        .startsWith("{\"rowData\":[{\"id\":1,\"name\":\"Anna\"")
        .endsWith("],\"rowCount\":8}");
    assertThat(post(id, "").text()).isEqualTo(whole);
    assertThat(post(id, "{\"startRow\":0,\"endRow\":500}").text()).isEqualTo(whole);
    assertThat(server().http().send("POST", "/widgets/" + id).text()).isEqualTo(whole);
    assertThat(server().http().post("/widgets/" + id, "{}", "Content-Type: text/plain").text())
        .isEqualTo(whole);
    assertThat(server().http().post("/widgets/" + id, "{}", "X-None: 1").text()).isEqualTo(whole);
    assertThat(server().once(id, "").text()).isEqualTo(whole);
    assertThat(ids(server().once(id, "startRow=2&endRow=4").json())).isEqualTo("3 4");
    assertThat(server().published(id).path("data").path("dataKey").asText()).isEqualTo("rowData");
  }

  @Test
  default void params_comeInTheAddress_orInTheBody_whichWins() {
    String id =
        server()
            .publish(
                "-- ---\n"
                    + "-- type: ssrm_table\n"
                    + "-- params: [{paramName: least, type: number, value: 7}]\n"
                    + "-- ---\n"
                    + ROWS.replace("ORDER BY id", "WHERE id >= :least ORDER BY id"));
    assertThat(ids(block(id, "{}"))).isEqualTo("7 8");
    assertThat(ids(block(id, "{\"startRow\":0,\"endRow\":10,\"least\":6}"))).isEqualTo("6 7 8");
    assertThat(ids(server().http().post("/widgets/" + id + "?least=5", "{}").json()))
        .isEqualTo("5 6 7 8");
    assertThat(ids(server().http().post("/widgets/" + id + "?least=5", "{\"least\":\"8\"}").json()))
        .isEqualTo("8");
    assertThat(ids(server().http().post("/widgets/" + id + "?least=5", "{\"least\":null}").json()))
        .isEqualTo("5 6 7 8");
    assertThat(error(id, "{\"least\":\"many\"}"))
        .isEqualTo("Parameter 'least': 'many' is not a number");
    assertThat(error(id, "{\"least\":{}}"))
        .isEqualTo("Parameter 'least': a JSON object is no value");
    assertThat(server().once(id, "least=x").status()).isEqualTo(422);
  }

  @Test
  default void noRows_areAnEmptyBlock() {
    String id = server().publish(file("SELECT id FROM (VALUES (1)) AS v(id) WHERE id > 1"));
    assertThat(post(id, "{}").text()).isEqualTo("{\"rowData\":[],\"rowCount\":0}");
    assertThat(post(id, "{\"startRow\":500,\"endRow\":1000}").text())
        .isEqualTo("{\"rowData\":[],\"rowCount\":0}");
  }

  @Test
  default void rowCount_isThatOfAllRows_onEveryBlock() {
    String id = server().publish(file(ROWS));
    for (int start = 0; start < 12; start += 3) {
      JsonNode block = block(id, "{\"startRow\":%d,\"endRow\":%d}".formatted(start, start + 3));
      assertThat(block.path("rowCount").intValue()).isEqualTo(8);
      assertThat(block.path("rowData").size()).isEqualTo(Math.clamp(8 - start, 0, 3));
    }
  }

  private static String grouped(String groups, String values, String keys) {
    return "{\"rowGroupCols\":[%s],\"valueCols\":[%s],\"groupKeys\":[%s]}"
        .formatted(groups, values, keys);
  }

  private static String column(String field) {
    return "{\"id\":\"%s\",\"displayName\":\"X\",\"field\":\"%s\"}".formatted(field, field);
  }

  private static String aggregate(String field, String function) {
    return "{\"id\":\"%s\",\"aggFunc\":\"%s\",\"field\":\"%s\"}".formatted(field, function, field);
  }

  @Test
  default void groups_haveAKeyAndTheirAggregates() {
    String id = server().publish(file(ROWS));
    String groups = column("sold") + "," + column("qty");
    assertThat(
            post(
                    id,
                    grouped(
                        groups,
                        aggregate("price", "sum")
                            + ","
                            + aggregate("id", "count")
                            + ","
                            + aggregate("ratio", "avg")
                            + ","
                            + aggregate("day", "min")
                            + ","
                            + aggregate("name", "last"),
                        ""))
                .text())
        .isEqualTo(
            "{\"rowData\":["
                + "{\"sold\":false,\"price\":12.50,\"id\":2,\"ratio\":0,\"day\":\"2023-12-31\",\"name\":\"50%\"},"
                + "{\"sold\":true,\"price\":5.51,\"id\":4,\"ratio\":1.59375,\"day\":\"2024-01-31\",\"name\":\"Änne\"},"
                + "{\"sold\":null,\"price\":2.50,\"id\":2,\"ratio\":0,\"day\":\"2024-01-31\",\"name\":\"a_c\"}"
                + "],\"rowCount\":3}");
    assertThat(
            post(
                    id,
                    grouped(
                        groups,
                        aggregate("price", "max") + "," + aggregate("name", "first"),
                        "\"true\""))
                .text())
        .isEqualTo(
            "{\"rowData\":["
                + "{\"qty\":5,\"price\":1.50,\"name\":\"Anna\"},"
                + "{\"qty\":12,\"price\":2.51,\"name\":\"zo'e \\\"q\\\" \\\\\"},"
                + "{\"qty\":null,\"price\":null,\"name\":null}"
                + "],\"rowCount\":3}");
    assertThat(ids(block(id, grouped(groups, "", "\"true\",\"5\"")))).isEqualTo("1 8");
    assertThat(ids(block(id, grouped(groups, "", "\"true\",null")))).isEqualTo("4");
    assertThat(ids(block(id, grouped(groups, "", "null,0")))).isEqualTo("6");
    assertThat(ids(block(id, grouped(column("code"), "", "\"C2\"")))).isEqualTo("7 8");
    assertThat(ids(block(id, grouped(column("day"), "", "\"2024-02-01\"")))).isEqualTo("2 8");
    assertThat(ids(block(id, grouped(column("at"), "", "\"2024-01-31 13:45:00\"")))).isEqualTo("2");
    assertThat(ids(block(id, grouped(column("zoned"), "", "\"2024-01-31 23:30:00\""))))
        .isEqualTo("1");
    assertThat(ids(block(id, grouped(column("ratio"), "", "3.125")))).isEqualTo("7");
  }

  @Test
  default void groups_areSortedByWhatTheyShow_andFilteredAndPaged() {
    String id = server().publish(file(ROWS));
    String body =
        "{\"rowGroupCols\":["
            + column("qty")
            + "],\"valueCols\":["
            + aggregate("price", "sum")
            + "],\"sortModel\":[{\"colId\":\"%s\",\"sort\":\"desc\"},{\"colId\":\"name\",\"sort\":\"asc\"}],"
            + "\"filterModel\":{\"id\":{\"filterType\":\"number\",\"type\":\"lessThan\",\"filter\":7}},\"startRow\":%d,\"endRow\":%d}";
    assertThat(values(block(id, body.formatted("price", 0, 9)), "qty")).isEqualTo("-3 5 7 0 null");
    assertThat(values(block(id, body.formatted("ag-Grid-AutoColumn", 0, 9)), "qty"))
        .isEqualTo("7 5 0 -3 null");
    JsonNode second = block(id, body.formatted("price", 2, 4));
    assertThat(values(second, "qty")).isEqualTo("7 0");
    assertThat(second.path("rowCount").intValue()).isEqualTo(5);
  }

  /** The user's order is that of the groups; which row of each comes first is the data's. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  default void firstAndLast_areTheSame_howeverTheUserSorts(boolean ordered) {
    String id = server().publish(file(ordered ? ROWS : ROWS.replace("ORDER BY id", "")));
    String body =
        "{\"rowGroupCols\":[%s],\"valueCols\":[%s,%s],\"sortModel\":[%s]}"
            .formatted(column("sold"), aggregate("name", "first"), aggregate("qty", "last"), "%s");
    String unsorted = "[{\"sold\":false,\"name\":\"BERT\",\"qty\":-3},";
    assertThat(post(id, body.formatted("")).text()).contains(unsorted);
    for (String column : List.of("id", "price", "day")) {
      String sort = "{\"colId\":\"%s\",\"sort\":\"desc\"}".formatted(column);
      assertThat(post(id, body.formatted(sort)).text()).contains(unsorted);
    }
  }

  static List<List<String>> wrongRequests() {
    return List.of(
        List.of("[]", "the request body is not a JSON object"),
        List.of("{\"startRow\":", "the request body is not JSON that can be read"),
        List.of("{} {}", "the request body goes on behind its JSON object"),
        List.of("{\"startRow\":-1}", "startRow: '-1' is not the number of a row"),
        List.of(
            "{\"startRow\":\"1; DROP TABLE t\"}",
            "startRow: '1; DROP TABLE t' is not the number of a row"),
        List.of("{\"startRow\":1e999999999}", "startRow: "),
        List.of("{\"startRow\":1.5}", "startRow: '1.5' is not the number of a row"),
        List.of("{\"startRow\":[1]}", "startRow: a JSON array is no single value"),
        List.of("{\"endRow\":0}", "endRow: 0 is not behind startRow, which is 0"),
        List.of("{\"startRow\":2147483647}", "endRow: "),
        List.of("{\"endRow\":100000}", "endRow: 100000 rows are wanted at once; at most 10000"),
        List.of("{\"pivotMode\":true}", "pivotMode: pivoting is not supported"),
        List.of(
            "{\"sortModel\":[{\"colId\":\"id; DROP TABLE t\",\"sort\":\"asc\"}]}",
            "sortModel[0].colId: 'id; DROP TABLE t' is no column of this table; expected one of id,"
                + " name,"),
        List.of(
            "{\"sortModel\":[{\"colId\":\"nam\",\"sort\":\"asc\"}]}",
            "sortModel[0].colId: 'nam' is no column of this table; did you mean 'name'?"),
        List.of(
            "{\"sortModel\":[{\"colId\":\"id\",\"sort\":\"asc, 1\"}]}",
            "sortModel[0].sort: 'asc, 1' is no direction; expected one of asc, desc"),
        List.of("{\"sortModel\":[{\"sort\":\"asc\"}]}", "sortModel[0].colId: is missing"),
        List.of("{\"sortModel\":{}}", "sortModel: a JSON object is no JSON array"),
        List.of(
            "{\"sortModel\":[{\"colId\":\"id\",\"sort\":\"asc\"},{\"colId\":\"id\",\"sort\":\"asc\"}]}",
            "sortModel[1]: column 'id' is there twice"),
        List.of("{\"filterModel\":[]}", "filterModel: a JSON array is no JSON object"),
        List.of(
            "{\"filterModel\":{\"\\\" OR 1=1 --\":{}}}",
            "filterModel: '\" OR 1=1 --' is no column of this table"),
        List.of(
            "{\"filterModel\":{\"name\":{\"filterType\":\"sql\",\"type\":\"equals\",\"filter\":\"x\"}}}",
            "filterModel.name.filterType: 'sql' is no kind of filter; expected one of text,"
                + " number"),
        List.of(
            "{\"filterModel\":{\"name\":{\"filterType\":\"text\",\"type\":\"containz\",\"filter\":\"x\"}}}",
            "filterModel.name.type: 'containz' is no filter for this column; did you mean"
                + " 'contains'?"),
        List.of(
            "{\"filterModel\":{\"name\":{\"filterType\":\"text\",\"type\":\"equals\"}}}",
            "filterModel.name.filter: is missing"),
        List.of(
            "{\"filterModel\":{\"name\":{\"filterType\":\"text\",\"type\":\"equals\",\"filter\":\"a\\u0000b\"}}}",
            "filterModel.name.filter: contains a NUL character"),
        List.of(
            "{\"filterModel\":{\"name\":{\"filterType\":\"number\",\"type\":\"equals\",\"filter\":1}}}",
            "filterModel.name: column 'name' holds no numbers"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"filterType\":\"number\",\"type\":\"equals\",\"filter\":\"1"
                + " OR 1=1\"}}}",
            "filterModel.qty.filter: '1 OR 1=1' is not a number"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"filterType\":\"number\",\"type\":\"inRange\",\"filter\":1}}}",
            "filterModel.qty.filterTo: is missing"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"filterType\":\"number\",\"type\":\"equals\",\"filter\":1e5000}}}",
            "filterModel.qty.filter: "),
        List.of(
            "{\"filterModel\":{\"day\":{\"filterType\":\"date\",\"type\":\"equals\",\"dateFrom\":\"31.1.2024\"}}}",
            "filterModel.day.dateFrom: '31.1.2024' is not a date"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"filterType\":\"set\",\"values\":[\"x\"]}}}",
            "filterModel.qty.values: 'x' is not a number"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"filterType\":\"set\"}}}",
            "filterModel.qty.values: is missing"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"operator\":\"NOT\",\"conditions\":[{\"type\":\"blank\"}]}}}",
            "filterModel.qty.operator: 'NOT' is no operator; expected one of AND, OR"),
        List.of(
            "{\"filterModel\":{\"qty\":{\"operator\":\"OR\",\"conditions\":[]}}}",
            "filterModel.qty.conditions: is empty"),
        List.of(
            "{\"rowGroupCols\":[{\"field\":\"x\"}]}",
            "rowGroupCols[0].field: 'x' is no column of this table"),
        List.of("{\"rowGroupCols\":[{}]}", "rowGroupCols[0].id: is missing"),
        List.of("{\"groupKeys\":[\"x\"]}", "groupKeys: there are 1 keys for 0 row groups"),
        List.of(
            "{\"rowGroupCols\":[{\"field\":\"qty\"}],\"groupKeys\":[\"1) OR (1=1\"]}",
            "groupKeys[0]: '1) OR (1=1' is not a number"),
        List.of(
            "{\"valueCols\":[{\"field\":\"qty\",\"aggFunc\":\"sum(1); --\"}]}",
            "valueCols[0].aggFunc: 'sum(1); --' is no aggregate; expected one of avg, count,"
                + " first"),
        List.of(
            "{\"valueCols\":[{\"field\":\"name\",\"aggFunc\":\"sum\"}]}",
            "valueCols[0].aggFunc: column 'name' has no sum"));
  }

  @ParameterizedTest
  @MethodSource("wrongRequests")
  default void wrongRequest_getsATextThatNamesTheKey(List<String> request) {
    String id = server().publish(file(ROWS));
    assertThat(error(id, request.getFirst())).startsWith(request.getLast());
    assertThat(ids(block(id, "{}"))).isEqualTo("1 2 3 4 5 6 7 8");
  }

  @Test
  default void failureOfTheQuery_isATextUnderStatus200_byPost() {
    String id = server().publish(file("SELECT 1 / (v.id - 1) AS x FROM (VALUES (1)) AS v(id)"));
    assertThat(error(id, "{}")).startsWith("A value does not fit the query");
    assertThat(server().once(id, "").status()).isEqualTo(422);
  }

  /** By its length, before all of it was sent: the server need not read what it refuses. */
  @Test
  default void bodyOfMoreThanAMegabyte_isRefused() {
    String id = server().publish(file("SELECT 1 AS x"));
    HttpReply reply =
        server()
            .http()
            .raw(
                "POST /widgets/"
                    + id
                    + " HTTP/1.1\r\nHost: localhost:"
                    + server().http().port()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1126400\r\n\r\n{");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
    assertThat(post(id, "{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}").text())
        .startsWith("{\"error\":\"the request body is nested more than 50 deep");
  }

  @Test
  default void otherTypes_areNotAskedByPost() {
    String id = server().publish("SELECT 1 AS x");
    assertThat(post(id, "{}").status()).isEqualTo(405);
    assertThat(ReplyJudge.errorFailures(post(id, "{}").body())).isEmpty();
    assertThat(post("nobody", "{}").status()).isEqualTo(404);
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.testing.HttpReply;

/** Params of several values (widget-file §8, the row "multiSelect / multiple"). */
interface MultiValueContract extends Topic {

  private String publish(String control, String condition) {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS multi",
            "CREATE TABLE multi (id integer, s text, d date, n numeric(10,2), u uuid, b boolean)",
            """
            INSERT INTO multi VALUES
              (1, 'a', '2024-01-01', 1.50, '00000000-0000-0000-0000-000000000001', true),
              (2, 'b c', '2024-01-02', 2, '00000000-0000-0000-0000-000000000002', false),
              (3, 'q"\\', '2024-01-03', 3, '00000000-0000-0000-0000-000000000003', NULL),
              (4, NULL, NULL, NULL, NULL, NULL)
            """);
    return server()
        .publish(
            """
            -- ---
            -- params:
            --   - {paramName: x, %s}
            -- ---
            SELECT id FROM multi WHERE %s ORDER BY id
            """
                .formatted(control, condition));
  }

  private String ids(String id, String query) {
    HttpReply reply = server().askAgain(id, query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().findValuesAsText("id").stream().collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=a         | 1",
        "x=a,b%20c   | 1 2",
        "x=a%2Cb+c   | 1 2",
        "x=%20a%20,%20b%20c%20 | 1 2",
        "x=a&x=b+c   | 1 2",
        "x=a,zzz&x=b+c,a | 1 2",
        "x=a,,       | 1",
        "x=q%22%5C   | 3",
        "x=NULL      | ''",
        "x={a}       | ''",
        "x=A         | ''",
      })
  default void values_commaJoinedOrRepeated_areOneList(String query, String found) {
    assertThat(ids(publish("multiple: true", "s IN (:x)"), query)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id IN (:x)         | 1,3        | 1 3",
        "id NOT IN (:x)     | 1,3        | 2 4",
        "d IN (:x)          | 2024-01-02,20240103 | 2 3",
        "n IN (:x)          | 1.5,2.00   | 1 2",
        "n NOT IN (:x)      | 1.5        | 2 3",
        "u IN (:x)          | 00000000-0000-0000-0000-000000000002 | 2",
        "b IN (:x)          | yes        | 1",
        "s NOT IN (:x)      | a          | 2 3",
        "not s in (:x)      | a          | 2 3",
        "s = ANY(:x)        | a          | 1",
        "(:x IS NULL OR s IN (:x)) | a,b c | 1 2",
      })
  default void listOfEachType_isBoundWithTheTypeOfTheColumn(
      String condition, String values, String found) {
    String id = publish("multiple: true", condition);
    assertThat(ids(id, "x=" + ContractServer.encoded(values))).isEqualTo(found);
  }

  @Test
  default void optionalList_withoutValues_isNoFilter() {
    String id = publish("multiple: true", "(:x IS NULL OR s IN (:x))");
    assertThat(ids(id, "")).isEqualTo("1 2 3 4");
    assertThat(ids(id, "x=")).isEqualTo("1 2 3 4");
    assertThat(ids(id, "x=,%20,")).isEqualTo("1 2 3 4");
  }

  @Test
  default void list_withoutValues_isNull() {
    assertThat(ids(publish("multiple: true", "s IN (:x)"), "")).isEmpty();
    assertThat(ids(publish("multiple: true", "s NOT IN (:x)"), "")).isEmpty();
  }

  @Test
  default void defaultOfAList_isUsedWhenNothingIsSent() {
    String id = publish("multiple: true, value: [a, 'b c']", "s IN (:x)");
    assertThat(ids(id, "")).isEqualTo("1 2");
    assertThat(ids(id, "x=")).isEqualTo("1 2");
    assertThat(ids(id, "x=a")).isEqualTo("1");
    assertThat(server().published(id).at("/params/0/value").asText()).isEqualTo("a,b c");
    String zero = publish("multiple: true, value: [0, 1]", "id IN (:x)");
    assertThat(ids(zero, "")).isEqualTo("1");
  }

  @Test
  default void nullableList_thatWasCleared_isNull() {
    String id = publish("multiple: true, value: a, nullable: true", "(:x IS NULL OR s IN (:x))");
    assertThat(ids(id, "x=")).isEqualTo("1 2 3 4");
    assertThat(ids(id, "x=a")).isEqualTo("1");
  }

  @Test
  default void listOfFixedOptions_refusesOthers() {
    String id =
        publish("type: text, multiSelect: true, options: [a, 'b c'], value: a", "s IN (:x)");
    assertThat(ids(id, "")).isEqualTo("1");
    assertThat(ids(id, "x=a,b%20c")).isEqualTo("1 2");
    assertThat(server().askAgain(id, "x=a,c").json().path("detail").asText())
        .isEqualTo("Parameter 'x': 'c' is not one of a, b c");
  }

  @Test
  default void requiredList_withoutValues_isRefused() {
    String id = publish("multiple: true, required: true", "s IN (:x)");
    for (String query : new String[] {"", "x=", "x=,", "x=&x="}) {
      assertThat(server().askAgain(id, query).text())
          .isEqualTo(
              "{\"detail\":\"Parameter 'x': field required\","
                  + "\"message\":\"Parameter 'x': field required\",\"requestId\":\"test\"}");
    }
  }

  @Test
  default void valueOfAList_thatDoesNotConvert_isRefusedByName() {
    HttpReply reply = server().askAgain(publish("multiple: true", "id IN (:x)"), "x=1,two,3");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("Parameter 'x': 'two' is not a number");
  }

  @Test
  default void list_mayHoldAThousandValues_butNotMore() {
    String id = publish("multiple: true", "id IN (:x)");
    assertThat(ids(id, "x=" + numbers(1000, ","))).isEqualTo("1 2 3 4");
    assertThat(ids(id, "x=" + numbers(1000, "&x="))).isEqualTo("1 2 3 4");
    for (String separator : new String[] {",", "&x="}) {
      HttpReply reply = server().askAgain(id, "x=" + numbers(1001, separator));
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().path("detail").asText())
          .isEqualTo("Parameter 'x': 1001 values are too many; at most 1000 are accepted");
    }
  }

  private static String numbers(int count, String separator) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(separator));
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Each SQL type on the wire (widget-file §9). */
interface WireContract extends Topic {

  /** The types that the database has. */
  default Stream<WireCase> wireCases() {
    return WireCases.all().filter(wire -> wire.existsOn(server().database().dialect()));
  }

  @ParameterizedTest
  @MethodSource("wireCases")
  default void value_ofEachType_isSentInItsForm(WireCase wire) {
    List<WireCase.Value> values = store(wire);
    String id = server().publish(header(wire) + "SELECT x FROM wire ORDER BY id");
    HttpReply reply = server().askAgain(id, "");
    assertThat(reply.text()).isEqualTo(expected(values));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(
            ReplyJudge.tableFailures(
                reply.body(), server().published(id).at("/data/table/columnsDefs")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.sqlwidgets.contract.WireCases#odd")
  default void value_thatClientsCannotShow_isSentAllTheSame(WireCase wire) {
    List<WireCase.Value> values = store(wire);
    HttpReply reply = server().ask("SELECT x FROM wire ORDER BY id", "");
    assertThat(reply.text()).isEqualTo(expected(values));
  }

  private List<WireCase.Value> store(WireCase wire) {
    TestedDatabase database = server().database();
    List<WireCase.Value> values = wire.on(database.dialect());
    database.execute(
        "DROP TABLE IF EXISTS wire",
        "CREATE TABLE wire (id integer, x %s)".formatted(wire.types().on(database.dialect())));
    for (int i = 0; i < values.size(); i++) {
      String literal = values.get(i).literal().on(database.dialect());
      database.execute("INSERT INTO wire VALUES (%d, %s)".formatted(i, literal));
    }
    database.execute("INSERT INTO wire VALUES (%d, NULL)".formatted(values.size()));
    return values;
  }

  private static String header(WireCase wire) {
    return wire.columnKeys().isEmpty()
        ? ""
        : "-- ---\n-- columns:\n--   x: {" + wire.columnKeys() + "}\n-- ---\n";
  }

  private static String expected(List<WireCase.Value> values) {
    return IntStream.rangeClosed(0, values.size())
        .mapToObj(i -> i == values.size() ? "null" : values.get(i).json())
        .map(json -> "{\"x\":" + json + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.openbb.BlockWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.ssrm.BlockRunner;
import org.sqlwidgets.ssrm.RequestReader;
import org.sqlwidgets.widget.Query;

/** Random requests for blocks give what plain Java says (contract §4.9). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomBlocks {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("contains", "notContains"),
          List.of("equals", "notEqual"),
          List.of("lessThan", "greaterThanOrEqual"),
          List.of("greaterThan", "lessThanOrEqual"));

  private final TestedDatabase database;
  private final int tries;
  private final List<BlockRow> rows = BlockRow.random(60, 20240229);
  private ContractServer server;
  private Query query;
  private BlockRunner runner;
  private RequestReader reader;

  RandomBlocks(TestedDatabase database, int tries) {
    this.database = database;
    this.tries = tries;
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    server = ContractServer.start(folder, database, Map.of());
    database.execute(BlockRow.table(rows));
    String id =
        server.publish(
            "-- ---\n-- type: ssrm_table\n-- ---\nSELECT %s FROM public.block_rows %s"
                .formatted(String.join(", ", BlockRow.COLUMNS), RandomBlock.ORDER_BY));
    var context = server.http().context();
    query =
        context
            .getBean(WidgetRegistry.class)
            .snapshot()
            .widget(id)
            .orElseThrow()
            .query()
            .orElseThrow();
    runner = new BlockRunner(context.getBean(QueryRunner.class));
    reader = new RequestReader(context.getBean(Clock.class));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode ask(Map<String, Object> body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    runner.run(
        query,
        new BoundParams(Map.of()),
        reader.read(body, query.columns()),
        new Cancellation(),
        new BlockWriter((chunk, length) -> bytes.write(chunk, 0, length)));
    try {
      return JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void randomRequests_giveWhatPlainJavaSays() {
    int found = 0;
    for (int seed = 0; seed < tries; seed++) {
      RandomBlock block = RandomBlock.random(new Random(seed));
      JsonNode reply = ask(block.body());
      List<BlockRow> wanted = block.rows(rows);
      if (block.group() == null) {
        assertThat(ids(reply)).as(seed + ": " + block.body()).isEqualTo(block.block(ids(wanted)));
        assertThat(reply.path("rowCount").intValue()).as(seed + ": count").isEqualTo(wanted.size());
      } else {
        List<String> groups = groups(wanted, block.group());
        assertThat(groups(reply)).as(seed + ": " + block.body()).isEqualTo(block.block(groups));
        assertThat(reply.path("rowCount").intValue()).as(seed + ": count").isEqualTo(groups.size());
      }
      found += reply.path("rowData").size();
    }
    assertThat(found).as("rows in all replies").isGreaterThan(tries * 2);
  }

  @Test
  void filterAndItsOpposite_withTheRowsOfNull_areAllRows() {
    int pairs = 0;
    for (int seed = 0; seed < tries / 20; seed++) {
      Random random = new Random(seed);
      String column = BlockRow.COLUMNS.get(random.nextInt(BlockRow.COLUMNS.size()));
      Map<String, Object> value = value(column, random);
      long nulls = rows.stream().filter(row -> row.get(column) == null).count();
      for (List<String> pair : pairs(column)) {
        assertThat(count(column, pair.getFirst(), value) + count(column, pair.getLast(), value))
            .as(column + pair + value)
            .isEqualTo(rows.size() - nulls);
        pairs++;
      }
      assertThat(count(column, "blank", Map.of()) + count(column, "notBlank", Map.of()))
          .isEqualTo(rows.size());
    }
    assertThat(pairs).isGreaterThan(tries / 20);
  }

  /** The pairs that a column's kind of filter has. */
  private static List<List<String>> pairs(String column) {
    return switch (column) {
      case "name", "word" -> PAIRS.subList(0, 2);
      case "sold" -> PAIRS.subList(1, 2);
      default -> PAIRS.subList(1, PAIRS.size());
    };
  }

  private long count(String column, String type, Map<String, Object> value) {
    Map<String, Object> model = new TreeMap<>(value);
    model.put("type", type);
    return ask(Map.of("filterModel", Map.of(column, model))).path("rowCount").longValue();
  }

  private static Map<String, Object> value(String column, Random random) {
    String text = BlockRow.value(column, random).toString();
    return column.equals("day") || column.equals("at")
        ? Map.of("dateFrom", text)
        : Map.of("filter", text.isEmpty() ? "n" : text);
  }

  private static List<Integer> ids(JsonNode reply) {
    List<Integer> ids = new ArrayList<>();
    reply.path("rowData").forEach(row -> ids.add(row.path("id").intValue()));
    return ids;
  }

  private static List<Integer> ids(List<BlockRow> rows) {
    return rows.stream().map(row -> (Integer) row.get("id")).toList();
  }

  private static List<String> groups(JsonNode reply) {
    List<String> groups = new ArrayList<>();
    for (JsonNode row : reply.path("rowData")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.isNumber() ? plain(cell.decimalValue()) : cell.asText()));
      groups.add(String.join("|", cells));
    }
    return groups;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Key, sum of price, largest ratio, number of rows; by key, the group of NULL last. */
  private static List<String> groups(List<BlockRow> rows, String column) {
    List<String> groups = new ArrayList<>();
    rows.stream()
        .sorted(RandomBlock.by(column, false))
        .map(row -> row.get(column))
        .distinct()
        .forEach(
            key -> {
              List<BlockRow> own =
                  rows.stream().filter(row -> Objects.equals(row.get(column), key)).toList();
              groups.add(key + "|" + sum(own) + "|" + largest(own) + "|" + own.size());
            });
    return groups;
  }

  private static String sum(List<BlockRow> rows) {
    return rows.stream()
        .map(row -> (BigDecimal) row.get("price"))
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .map(RandomBlocks::plain)
        .orElse("null");
  }

  private static String largest(List<BlockRow> rows) {
    return rows.stream()
        .map(row -> (Double) row.get("ratio"))
        .filter(Objects::nonNull)
        .max(Double::compare)
        .map(ratio -> plain(BigDecimal.valueOf(ratio)))
        .orElse("null");
  }
}

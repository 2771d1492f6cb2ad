package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlwidgets.cache.ReplyKey;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.ssrm.BlockRunner;
import org.sqlwidgets.ssrm.RequestReader;
import org.sqlwidgets.ssrm.RowsRequest;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/** Two requests for blocks have one key only when nothing that the block depends on differs. */
class BlockKeyTest {
  private static final List<ColumnDef> COLUMNS =
      List.of(
          column("a", SqlType.TEXT),
          column("b", SqlType.TEXT),
          column("n", SqlType.INTEGER),
          column("m", SqlType.NUMERIC),
          column("d", SqlType.DATE),
          column("t", SqlType.TIMESTAMP),
          column("s", SqlType.BOOLEAN));

  private static final RequestReader READER = new RequestReader(Clock.systemUTC());
  private static final BlockRunner NEVER_RUN = new BlockRunner(null);
  private static final List<ReplyWriter> TABLES =
      List.of((rows, out) -> out.accept(new byte[1], 0), (rows, out) -> out.accept(new byte[1], 1));

  /** Of each field of the body some forms, of which no two mean the same. */
  private static final List<List<String>> FIELDS =
      List.of(
          List.of(
              "",
              "'startRow':1",
              "'startRow':1,'disableCache':true",
              "'startRow':500",
              "'endRow':1",
              "'endRow':501",
              "'startRow':1,'endRow':500"),
          groups(),
          filters(),
          List.of(
              "",
              "'sortModel':[{'colId':'a','sort':'asc'}]",
              "'sortModel':[{'colId':'a','sort':'desc'}]",
              "'sortModel':[{'colId':'b','sort':'asc'}]",
              "'sortModel':[{'colId':'a','sort':'asc'},{'colId':'b','sort':'asc'}]",
              "'sortModel':[{'colId':'b','sort':'asc'},{'colId':'a','sort':'asc'}]"));

  private static final List<BoundParams> PARAMS =
      List.of(
          new BoundParams(Map.of()),
          new BoundParams(Map.of("p", new BoundValue(type(SqlType.TEXT), "1"))),
          new BoundParams(Map.of("p", new BoundValue(type(SqlType.TEXT), null))),
          new BoundParams(Map.of("p", new BoundValue(type(SqlType.INTEGER), 1))),
          new BoundParams(Map.of("q", new BoundValue(type(SqlType.INTEGER), 1))));

  private static final List<String> SQL = List.of("SELECT 1", "SELECT 1 ");
  private static final List<Integer> SIZES =
      Stream.of(FIELDS.stream(), Stream.of(PARAMS, SQL, TABLES))
          .flatMap(lists -> lists)
          .map(List::size)
          .toList();

  private static ColumnDef column(String name, SqlType type) {
    return new ColumnDef(name, type, type, 0, WireForm.BY_TYPE, Map.of());
  }

  private static BindType type(SqlType type) {
    return new BindType(type, "x", false);
  }

  private static List<String> groups() {
    List<String> bodies = new ArrayList<>(List.of(""));
    for (String columns : List.of("a", "b")) {
      for (String keys : List.of("", "'x'", "''", "null", "'null'")) {
        bodies.add(grouped(columns, keys, ""));
      }
    }
    bodies.add(grouped("a b", "'x'", ""));
    bodies.add(grouped("a b", "''", ""));
    bodies.add(grouped("a b", "null", ""));
    bodies.add(grouped("b a", "'x'", ""));
    bodies.add(grouped("a b", "'x','y'", ""));
    bodies.add(grouped("a b", "'y','x'", ""));
    bodies.add(grouped("n", "1", ""));
    bodies.add(grouped("n", "null", ""));
    for (String values : List.of("n sum", "n avg", "m sum", "n sum,m sum", "m sum,n sum")) {
      bodies.add(grouped("a", "", values));
    }
    return bodies;
  }

  private static String grouped(String columns, String keys, String values) {
    return "'rowGroupCols':[%s],'groupKeys':[%s],'valueCols':[%s]"
        .formatted(
            objects(columns.split(" "), "{'field':'%s'}"),
            keys,
            values.isEmpty()
                ? ""
                : objects(values.split(","), "{'field':'%s'}").replace(" ", "','aggFunc':'"));
  }

  private static String objects(String[] words, String form) {
    return String.join(",", Stream.of(words).map(form::formatted).toList());
  }

  private static List<String> filters() {
    List<String> bodies = new ArrayList<>(List.of(""));
    for (String model :
        List.of(
            "'a':{'type':'contains','filter':'x'}",
            "'a':{'type':'contains','filter':'X'}",
            "'a':{'type':'contains','filter':'x '}",
            "'a':{'type':'notContains','filter':'x'}",
            "'a':{'type':'equals','filter':'x'}",
            "'b':{'type':'contains','filter':'x'}",
            "'a':{'type':'contains','filter':'x'},'b':{'type':'contains','filter':'x'}",
            "'a':{'filterModels':[{'type':'contains','filter':'x'}]}",
            "'a':{'operator':'AND','conditions':["
                + "{'type':'contains','filter':'x'},{'type':'contains','filter':'y'}]}",
            "'a':{'operator':'AND','conditions':["
                + "{'type':'contains','filter':'y'},{'type':'contains','filter':'x'}]}",
            "'a':{'operator':'OR','conditions':["
                + "{'type':'contains','filter':'x'},{'type':'contains','filter':'y'}]}",
            "'a':{'type':'blank'}",
            "'a':{'type':'notBlank'}",
            "'a':{'filterType':'set','values':[]}",
            "'a':{'filterType':'set','values':[null]}",
            "'a':{'filterType':'set','values':['']}",
            "'a':{'filterType':'set','values':['null']}",
            "'a':{'filterType':'set','values':['x']}",
            "'a':{'filterType':'set','values':['x',null]}",
            "'a':{'filterType':'set','values':['x','y']}",
            "'a':{'filterType':'set','values':['y','x']}",
            "'a':{'filterType':'set','values':['x,y']}",
            "'a':{'filterType':'set','values':['x, y']}",
            "'b':{'filterType':'set','values':['x']}",
            "'n':{'filterType':'set','values':[1,2]}",
            "'n':{'filterType':'set','values':[12]}",
            "'n':{'filterType':'set','values':[1,2.5]}",
            "'n':{'filterType':'text','type':'equals','filter':'1'}",
            "'n':{'type':'equals','filter':1}",
            "'n':{'type':'equals','filter':1.5}",
            "'n':{'type':'notEqual','filter':1}",
            "'n':{'type':'inRange','filter':1,'filterTo':2}",
            "'n':{'type':'inRange','filter':1,'filterTo':3}",
            "'m':{'type':'equals','filter':1}",
            "'d':{'type':'equals','dateFrom':'2024-01-31'}",
            "'d':{'type':'inRange','dateFrom':'2024-01-31','dateTo':'2024-02-01'}",
            "'d':{'type':'inRange','dateFrom':'2024-01-31','dateTo':'2024-02-02'}",
            "'t':{'type':'equals','dateFrom':'2024-01-31'}",
            "'t':{'type':'equals','dateFrom':'2024-01-31 10:00:00'}",
            "'s':{'type':'true'}",
            "'s':{'type':'false'}")) {
      bodies.add("'filterModel':{" + model + "}");
    }
    return bodies;
  }

  private static RowsRequest read(String body) {
    byte[] json = ("{" + body.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
    return JsonBody.read(json) instanceof JsonBody.Keys(Map<String, Object> keys)
        ? READER.read(keys, COLUMNS)
        : throwing(body);
  }

  private static RowsRequest throwing(String body) {
    throw new AssertionError("no JSON object: " + body);
  }

  /** The key of the request that has the form of each field that its place says. */
  private static ReplyKey key(List<Integer> forms) {
    List<String> fields =
        IntStream.range(0, FIELDS.size())
            .mapToObj(field -> FIELDS.get(field).get(forms.get(field)))
            .filter(field -> !field.isEmpty())
            .toList();
    int next = FIELDS.size();
    return new ReplyKey(
        0,
        SQL.get(forms.get(next + 1)),
        "widgets",
        PARAMS.get(forms.get(next)),
        new BlockBody(NEVER_RUN, TABLES.get(forms.get(next + 2)), read(String.join(",", fields))));
  }

  @Provide
  Arbitrary<List<Integer>> forms() {
    return Combinators.combine(
            SIZES.stream().map(size -> Arbitraries.integers().between(0, size - 1)).toList())
        .as(forms -> forms);
  }

  /** All else the same, in one field every other form. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void keys_areEqual_exactlyWhenNoFieldDiffers(@ForAll("forms") List<Integer> forms) {
    ReplyKey key = key(forms);
    for (int field = 0; field < SIZES.size(); field++) {
      for (int form = 0; form < SIZES.get(field); form++) {
        List<Integer> others = new ArrayList<>(forms);
        others.set(field, form);
        ReplyKey other = key(others);
        assertThat(other.equals(key)).as(others + " " + forms).isEqualTo(others.equals(forms));
        assertThat(other.equals(key) ? other.hashCode() : key.hashCode()).isEqualTo(key.hashCode());
      }
    }
  }

  @Example
  void filters_areTheSame_inWhateverOrderTheGridNamesThem() {
    String a = "'a':{'type':'contains','filter':'x'}";
    String b = "'b':{'type':'contains','filter':'x'}";
    assertThat(read("'filterModel':{" + a + "," + b + "}"))
        .isEqualTo(read("'filterModel':{" + b + "," + a + "}"))
        .isNotEqualTo(read("'filterModel':{" + a + "}"));
  }

  @Example
  void longRequest_isHeavy() {
    String values = "'y',".repeat(5000) + "'" + "x".repeat(1000) + "'";
    assertThat(read("'filterModel':{'a':{'filterType':'set','values':[" + values + "]}}").weight())
        .isGreaterThan(5000 * 48);
    assertThat(read("").weight()).isLessThan(1000);
  }
}

package org.sqlwidgets.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, broken in each way that the rules name, and not broken where they allow it. */
class OpenbbJudgeRulesTest {
  private static final String FAILURES =
      """
      R02 | store.widgets | /revenue/endpoint | "//widgets.json"
      R02 | store.widgets | /films_by_rating/params/0/optionsEndpoint | "/table-schemas"
      R02 | form.widgets | /w/params/0/endpoint | "/agents.json"
      R02 | all-types.widgets | /t_live/wsEndpoint | "/semantic-views"
      ok | store.widgets | /revenue/endpoint | "/x/widgets.json"
      R03 | minimal.widgets | /one | - | /my_copilot_table | {"name":"a","description":"b","type":"markdown","endpoint":"/c"}
      ok | minimal.widgets | /one | - | /my_watchlist | {"name":"a","description":"b","type":"markdown","endpoint":"/c"}
      R05 | all-types.widgets | /t_live/data | -
      R05 | store.widgets | /rentals/data | -
      R05 | minimal.widgets | /one/type | "table"
      R07 | columns.widgets | /w/data/table/columnsDefs/0/chartDataType | "series"
      R07 | columns.widgets | /w/data/table/columnsDefs/0/chartDataType | - | /w/data/table/columnsDefs/0/cellDataType | -
      R07 | store.widgets | /rentals/data/table/columnsDefs/1/chartDataType | "series"
      ok | store.widgets | /rentals/data/table/columnsDefs/0/chartDataType | "series"
      ok | store.widgets | /films_by_rating/data/table/columnsDefs/1/formatterFn | - | /films_by_rating/data/table/columnsDefs/1/chartDataType | -
      R09 | columns.widgets | /w/data/table/columnsDefs/1/sparkline/dataField | "trends"
      ok | columns.widgets | /w/data/table/columnsDefs/1/sparkline/dataField | "card"
      R09 | store.widgets | /films_by_rating/data/table/columnsDefs/0/renderFnParams | {"groupBy":{"paramName":"category","valueField":"genre"}}
      ok | store.widgets | /films_by_rating/data/table/columnsDefs/0/renderFnParams | {"groupBy":{"paramName":"category","valueField":"films"}}
      R10 | form.widgets | /w/params/0/inputParams/0/paramName | "length"
      ok | store.widgets | /films_by_rating/params/+ | {"paramName":"query","type":"text","label":"Q"}
      ok | form.widgets | /w/params/+ | {"paramName":"length","type":"text"}
      ok | store.widgets | /revenue/params/+ | {"paramName":"c","type":"endpoint","optionsEndpoint":"/options/film_category"}
      R11 | store.widgets | /rentals/params/2/optionsEndpoint | "/lookups/film"
      R12 | store.widgets | /films_by_rating/params/0/optionsParams | {"a":"$category"}
      R12 | store.widgets | /rentals/params/3/optionsParams/category | "$"
      ok | store.widgets | /rentals/params/3/optionsParams/category | "cat9"
      ok | store.widgets | /rentals/params/3/optionsParams/category | "$open"
      R13 | store.widgets | /rentals/params/1/value | 3
      ok | store.widgets | /rentals/params/1/value | 2.0
      ok | store.widgets | /rentals/params/1/value | null
      ok | store.widgets | /revenue/params/0/value | ""
      R13 | store.widgets | /revenue/params/+ | {"paramName":"t","type":"text","value":"a, c","multiSelect":true,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}
      ok | store.widgets | /revenue/params/+ | {"paramName":"t","type":"text","value":"b,a","multiSelect":true,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}
      R13 | store.widgets | /revenue/params/+ | {"paramName":"t","type":"text","value":"a,b","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}
      R13 | form.widgets | /w/params/0/inputParams/0 | {"paramName":"t","type":"text","value":"x","options":[{"label":"A","value":"a"}]}
      R14 | store.widgets | /revenue/params/+ | {"paramName":"t","type":"text","multiSelect":true,"options":[{"label":"All","value":""}]}
      R14 | form.widgets | /w/params/0/inputParams/0 | {"paramName":"t","type":"text","multiSelect":true,"options":[{"label":"A","value":"a,b"}]}
      ok | store.widgets | /revenue/params/+ | {"paramName":"t","type":"text","options":[{"label":"A","value":"a,b"}]}
      R15 | store.widgets | /revenue_chart/params/0/value | "2023-02-29"
      ok | store.widgets | /revenue_chart/params/0/value | "2024-02-29"
      R15 | form.widgets | /w/params/0/inputParams/2/value | "2024-04-31"
      R17 | store.widgets | /rentals/params/1/options/1/value | 1.0
      R17 | form.widgets | /w/params/0/inputParams/0 | {"paramName":"t","type":"text","options":[{"label":"A","value":"a"},{"label":"B","value":"a"}]}
      R18 | store.widgets | /revenue/gridData/maxW | 5
      R18 | store.widgets | /revenue/gridData/minH | 6
      R18 | store.widgets | /revenue/gridData/maxH | 4
      ok | store.widgets | /revenue/gridData/minW | 6 | /revenue/gridData/maxW | 6
      R19 | all-types.widgets | /t_live/data/wsRowIdColumns | ["symbol","exchange"]
      R24 | store.widgets | /rentals/data/dataKey | ""
      ok | store.widgets | /rentals/data/dataKey | "rowData"
      ok | store.widgets | /films_by_rating/data/dataKey | "results"
      SCHEMA | store.widgets | /revenue/name | "\\u00a0"
      SCHEMA | store.widgets | /revenue/endpoint | "/a\\u00a0b"
      SCHEMA | store.widgets | /revenue/params/0/paramName | "view\\n"
      SCHEMA | store.apps | /0/description | -
      R30 | single-tab.apps | /0/name | "!?"
      R31 | store.apps | /0/tabs/more/name | "Main"
      R31 | store.apps | /0/tabs/more/name | " "
      R31 | store.apps | /0/tabs/more | - | /0/tabs/ | {"id":"","name":"More","layout":[]}
      ok | store.apps | /0/tabs/more | {"id":"more","name":"More","layout":[]}
      R32 | store.apps | /0/tabs/more/layout/0/i | "Rentals"
      ok | store.apps | /0/tabs/more/layout/0/i | "rich_note-1"
      R33 | store.apps | /0/tabs/main/layout/1/y | 11 | /0/tabs/main/layout/1/x | 0
      ok | store.apps | /0/tabs/main/layout/1/y | 12 | /0/tabs/main/layout/1/x | 0
      R34 | store.apps | /0/groups/0/widgetIds | [] | /0/tabs/main/layout/0/groups | -
      R34 | store.apps | /0/groups/0/widgetIds/+ | "rental_list"
      R34 | store.apps | /0/groups/+ | {"name":"Group 1","type":"param","paramName":"view","widgetIds":["revenue"]}
      R34 | store.apps | /0/groups/+ | {"name":"Group 2","type":"param","paramName":"day","widgetIds":["revenue_chart"]}
      R34 | store.apps | /0/groups/+ | {"name":"Group 2","type":"ticker","widgetIds":["revenue"]}
      R34 | store.apps | /0/groups/+ | {"name":"Group 2","type":"endpointParam","paramName":"film","widgetIds":["rentals","films_by_rating"]}
      R34 | store.apps | /0/tabs/more/layout/0/groups | ["Group 1"]
      ok | store.apps | /0/groups/+ | {"name":"Group 2","type":"param","paramName":"view","widgetIds":["revenue"]}
      ok | store.apps | /0/groups/0/widgetIds | -
      R36 | store.apps | /0/tabs/main/layout/1/state/params/view | "week"
      R36 | store.apps | /0/tabs/more/layout/0/state | {"params":{"store":"1"}}
      R36 | store.apps | /0/tabs/more/layout/0/state | {"paramOrder":["from","shop"]}
      ok | store.apps | /0/tabs/more/layout/0/state | {"params":{"store":1,"from":"2024-01-01","cat2":["Action","Drama"]},"paramOrder":["store","from"]}
      R39 | store.apps | /0/prompts/0 | "Compare @[id:revenue] and @[id:]"
      ok | store.apps | /0/prompts/0 | "Explain @[id:rentals] for $SYMBOL"
      """;

  private static final String NOTES =
      """
      ok | store.widgets | /revenue/exportable | true
      R04 | store.widgets | /revenue/name | "Rentals"
      R09 | columns.widgets | /w/data/table/columnsDefs/0/renderFnParams/sendToAgent/markdown | "About {films}"
      R09 | columns.widgets | /w/data/table/columnsDefs/2/cellDataType | "text"
      R09 | store.widgets | /rentals/data/table/columnsDefs/2/renderFn | "greenRed"
      R10 | store.widgets | /revenue/params/0/paramName | "period"
      R10 | store.widgets | /revenue/params/0/paramName | "symbol"
      ok | store.widgets | /revenue/params/0 | {"paramName":"symbol","type":"ticker","label":"Symbol"}
      R17 | store.widgets | /revenue/params/0/options/1/label | "Month"
      R18 | store.widgets | /revenue/gridData | -
      R18 | store.widgets | /revenue/gridData/minW | -
      R19 | all-types.widgets | /t_live/wsEndpoint | - | /t_live/category | "a" | /t_live/source | "b"
      R20 | store.widgets | /revenue/raw | true
      R21 | store.widgets | /revenue_chart/refetchInterval | false
      R22 | store.widgets | /rentals/params/1/options/1/value | 0
      R22 | store.widgets | /revenue/params/0/options/1/value | ""
      R23 | store.widgets | /revenue/params/0/label | -
      R25 | store.widgets | /revenue/category | -
      R25 | store.widgets | /revenue/source | -
      R38 | store.apps | /0/groups/0/name | "Categories"
      ok | store.apps | /0/groups/0/name | "Group 12"
      """;

  @ParameterizedTest
  @MethodSource("failureCases")
  void changedExample_failsExactlyTheRule(RuleCase change) throws IOException {
    List<String> failures = Examples.failures(change.example(), change.document());

    assertThat(Examples.rules(failures))
        .as(failures.toString())
        .containsExactlyElementsOf(change.expectedRules());
  }

  @ParameterizedTest
  @MethodSource("noteCases")
  void changedExample_isNotedByExactlyTheRule(RuleCase change) throws IOException {
    Set<String> before =
        Examples.rules(Examples.notes(change.example(), Examples.valid(change.example())));
    Set<String> found = Examples.rules(Examples.notes(change.example(), change.document()));
    found.removeAll(before);

    assertThat(found).containsExactlyElementsOf(change.expectedRules());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{} {}",
        "{\"a\":{},\"a\":{}}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":1e999}",
        "{'a':1}",
        "{\"a\":1,}",
        "{} // end",
        "\ufeff{}"
      })
  void bytesThatAreNoLegalObject_failR01(String json) {
    assertThat(OpenbbJudge.failures(json.getBytes(StandardCharsets.UTF_8)))
        .first()
        .asString()
        .startsWith("R01 ");
  }

  @Test
  void bytesThatAreNotUtf8_failR01() {
    assertThat(OpenbbJudge.failures("{\"a\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("R01 widgets.json: not UTF-8");
  }

  @Test
  void duplicateKeyInApps_failsR01() throws IOException {
    byte[] apps = "[{\"name\":\"a\",\"name\":\"b\"}]".getBytes(StandardCharsets.UTF_8);

    assertThat(Examples.rules(Examples.failures("x.apps.json", apps))).containsExactly("R01");
  }

  @Test
  void refusal_ofOneParam_namesItsOwnTypeOnly() throws IOException {
    RuleCase change =
        RuleCase.table("SCHEMA | store.widgets | /rentals/params/0/1/value | \"true\"").getFirst();

    assertThat(Examples.failures(change.example(), change.document()))
        .containsExactlyInAnyOrder(
            "SCHEMA /rentals/params/0/1: must be valid to one and only one schema, but 0 are valid",
            "SCHEMA /rentals/params/0/1/value: string found, [boolean, null] expected");
  }

  @Test
  void everyRule_isBrokenBySomeCase() throws IOException {
    Set<String> failures = expected(failureCases().stream());
    for (Path example : Examples.files("invalid")) {
      failures.add(example.getFileName().toString().substring(0, 3));
    }
    failures.add("R01");

    assertThat(failures).containsAll(rules("F"));
    assertThat(expected(noteCases().stream())).containsAll(rules("N"));
  }

  private static Set<String> expected(Stream<RuleCase> cases) {
    return cases.map(RuleCase::expected).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rules that rules.md marks as F or N. */
  private static Set<String> rules(String kind) throws IOException {
    Pattern rule = Pattern.compile("\\*\\*(R\\d\\d) [FN]\\*\\*");
    return Files.readAllLines(Path.of("src/test/resources/openbb/rules.md")).stream()
        .filter(line -> line.contains(kind + "**"))
        .flatMap(line -> rule.matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<RuleCase> failureCases() {
    return RuleCase.table(FAILURES);
  }

  static List<RuleCase> noteCases() {
    return RuleCase.table(NOTES);
  }
}

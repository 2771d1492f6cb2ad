package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.apps.App.Group;
import org.sqlwidgets.apps.App.GroupType;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;

/** Which params of two widgets become a group. */
class SharedParamsTest {

  private static List<Group> groups(List<List<Param>> widgets) {
    Folder folder = new Folder();
    for (int i = 0; i < widgets.size(); i++) {
      folder.widget("w" + i + ".sql", widgets.get(i).toArray(Param[]::new));
    }
    return SharedParams.groups(folder.snapshot().widgets());
  }

  private static List<Group> groups(Param one, Param two) {
    return groups(List.of(List.of(one), List.of(two)));
  }

  private static Group group(GroupType type, String paramName, Object value) {
    return new Group(
        "Group 1", type, Optional.of(paramName), List.of("w0", "w1"), Optional.ofNullable(value));
  }

  static Stream<Arguments> shared() {
    return Stream.of(
        Arguments.of(
            Params.lookup("symbol", "symbols", "AAPL"),
            Params.lookup("symbol", "symbols", "AAPL"),
            group(GroupType.ENDPOINT_PARAM, "symbol", "AAPL")),
        Arguments.of(
            Params.lookup("symbol", "symbols", "AAPL"),
            Params.lookup("symbol", "symbols", "IBM"),
            group(GroupType.ENDPOINT_PARAM, "symbol", null)),
        Arguments.of(
            Params.lookup("symbol", "symbols", "AAPL"),
            Params.lookup("symbol", "symbols"),
            group(GroupType.ENDPOINT_PARAM, "symbol", null)),
        Arguments.of(
            Params.of(ParamType.DATE, "from", "$currentDate-1y"),
            Params.of(ParamType.DATE, "from", "$currentDate-1y"),
            group(GroupType.PARAM, "from", "$currentDate-1y")),
        Arguments.of(
            Params.of(ParamType.BOOLEAN, "all", false),
            Params.of(ParamType.BOOLEAN, "all", false),
            group(GroupType.PARAM, "all", false)),
        Arguments.of(
            Params.of(ParamType.NUMBER, "limit"),
            Params.of(ParamType.NUMBER, "limit"),
            group(GroupType.PARAM, "limit", null)),
        Arguments.of(
            Params.choice("unit", "year", "month"),
            Params.choice("unit", "year", "month"),
            group(GroupType.PARAM, "unit", null)),
        Arguments.of(
            Params.of(ParamType.TICKER, "stock", "AAPL"),
            Params.of(ParamType.TICKER, "stock", "AAPL"),
            group(GroupType.TICKER, "stock", "AAPL")));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void paramsOfOneKind_becomeAGroup(Param one, Param two, Group group) {
    assertThat(groups(one, two)).containsExactly(group);
  }

  static Stream<Arguments> different() {
    LookupUse all = new LookupUse("symbols", Map.of());
    LookupUse some = new LookupUse("symbols", Map.of("sector", "$sector"));
    return Stream.of(
        Arguments.of(Params.lookup("symbol", "symbols"), Params.lookup("symbol", "funds")),
        Arguments.of(Params.lookup("symbol", "symbols"), Params.lookup("stock", "symbols")),
        Arguments.of(
            Params.lookup("symbol", all, Map.of()), Params.lookup("symbol", some, Map.of())),
        Arguments.of(
            Params.lookup("symbol", all, Map.of()),
            Params.lookup("symbol", all, Map.of("multiSelect", true))),
        Arguments.of(Params.lookup("symbol", "symbols"), Params.of(ParamType.TEXT, "symbol")),
        Arguments.of(Params.of(ParamType.DATE, "from"), Params.of(ParamType.TEXT, "from")),
        Arguments.of(Params.choice("unit", "year"), Params.choice("unit", "year", "month")),
        Arguments.of(Params.choice("unit", "year"), Params.of(ParamType.TEXT, "unit")));
  }

  @ParameterizedTest
  @MethodSource("different")
  void paramsOfDifferentKinds_stayApart(Param one, Param two) {
    assertThat(groups(one, two)).isEmpty();
  }

  @Test
  void paramOfOneWidget_isNoGroup() {
    assertThat(groups(List.of(List.of(Params.lookup("symbol", "symbols")), List.of()))).isEmpty();
  }

  @Test
  void groups_areNumbered_inTheOrderOfWidgetsAndParams() {
    Param symbol = Params.lookup("symbol", "symbols");
    Param from = Params.of(ParamType.DATE, "from");
    Param limit = Params.of(ParamType.NUMBER, "limit");

    assertThat(groups(List.of(List.of(limit), List.of(from, symbol), List.of(symbol, limit, from))))
        .extracting(group -> group.name() + " " + group.paramName().orElse("") + group.widgetIds())
        .containsExactly("Group 1 limit[w0, w2]", "Group 2 from[w1, w2]", "Group 3 symbol[w1, w2]");
  }

  @Test
  void twoKindsOfOneName_areTwoGroups() {
    Param symbol = Params.lookup("symbol", "symbols");
    Param fund = Params.lookup("symbol", "funds");

    assertThat(groups(List.of(List.of(symbol), List.of(fund), List.of(symbol), List.of(fund))))
        .extracting(Group::widgetIds)
        .containsExactly(List.of("w0", "w2"), List.of("w1", "w3"));
  }
}

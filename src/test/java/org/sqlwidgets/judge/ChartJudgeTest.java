package org.sqlwidgets.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good charts pass; each way to break one is noticed. */
class ChartJudgeTest {
  private static final String PLOTLY =
      "{'data':[{'type':'bar','name':'a','x':['p'],'y':[1]}],'layout':{'paper_bgcolor':'#151518',"
          + "'plot_bgcolor':'#151518','template':{'layout':{'font':{'color':'#fff'},"
          + "'colorway':['#fff'],'xaxis':{'gridcolor':'#333'}}}}}";
  private static final String VEGA_LITE =
      "{'$schema':'https://vega.github.io/schema/vega-lite/v5.json','background':'transparent',"
          + "'width':'container','height':'container','mark':'bar','data':{'values':[{'n':1}]}}";
  private static final String HIGHCHARTS =
      "{'constructorType':'chart','userOptions':{'chart':{'backgroundColor':'#151518'},"
          + "'series':[{'data':[1]}]}}";

  private static List<String> failures(String kind, String json) {
    byte[] reply = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return switch (kind) {
      case "plotly" -> ReplyJudge.plotlyFailures(reply, "dark");
      case "vega" -> ReplyJudge.vegaLiteFailures(reply, "dark");
      default -> ReplyJudge.highchartsFailures(reply, "dark");
    };
  }

  private static String good(String kind) {
    return switch (kind) {
      case "plotly" -> PLOTLY;
      case "vega" -> VEGA_LITE;
      default -> HIGHCHARTS;
    };
  }

  @Test
  void goodCharts_pass() {
    for (String kind : List.of("plotly", "vega", "highcharts")) {
      assertThat(failures(kind, good(kind))).as(kind).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plotly | 'y':[1] | 'y':[1,2]",
        "plotly | 'y':[1] | 'y':[NaN]",
        "plotly | 'y':[1] | 'y':[9007199254740993]",
        "plotly | 'type':'bar', | ",
        "plotly | 'name':'a' | 'name':null",
        "plotly | ['p'],'y':[1] | [],'y':[]",
        "plotly | 'data':[{'type':'bar','name':'a','x':['p'],'y':[1]}] | 'data':[]",
        "plotly | 'paper_bgcolor':'#151518' | 'paper_bgcolor':'#FFFFFF'",
        "plotly | 'layout':{'paper | 'results':{},'layout':{'paper",
        "plotly | 'xaxis' | 'yaxis'",
        "vega | vega-lite/v5 | vega/v5",
        "vega | transparent | #151518",
        "vega | 'width':'container' | 'width':300",
        "vega | [{'n':1}] | []",
        "vega | 'values' | 'url':'x','values'",
        "highcharts | 'constructorType':'chart' | 'constructorType':'stock'",
        "highcharts | #151518 | #FFFFFF",
        "highcharts | 'series':[{'data':[1]}] | 'series':[]",
        "highcharts | 'data':[1] | 'formatter':'function () { return 1 }'",
        "highcharts | 'userOptions' | 'options'",
      })
  void brokenChart_isNoticed(String kind, String part, String broken) {
    String json = good(kind).replace(part, broken == null ? "" : broken);
    assertThat(json).isNotEqualTo(good(kind));
    assertThat(failures(kind, json)).isNotEmpty();
  }
}

package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.widget.WidgetType;

/** Whatever is asked by GET and is data has a strong tag, and is not sent twice (RFC 9110 §8.8). */
interface DataPathContract extends Topic {
  /** Addresses whose replies are data; each is asked below. */
  Set<String> DATA =
      Set.of(
          "/",
          "/widgets.json",
          "/apps.json",
          "/agents.json",
          "/templates.json",
          "/widgets/{id}",
          "/widgets/{id}.csv",
          "/widgets/{id}/page",
          "/widgets/{id}/page/{signature}",
          "/widgets/{id}/pdf",
          "/widgets/{id}/pdf/{signature}",
          "/options/{name}",
          "/studio/api/desk",
          "/studio/app/{+path}",
          "/studio/lib/{name}");

  /** What is told once and true only now, is a stream, or has versions instead. */
  Set<String> OTHERS =
      Set.of(
          "/health",
          "/health/liveness",
          "/health/readiness",
          "/problems",
          "/prometheus",
          "/lookups",
          "/lookups/{name}",
          "/lookups/{name}/changes",
          "/lookups/{name}/options.csv",
          "/studio/api/events",
          "/studio/api/source",
          "/studio/api/widgets/{id}/values",
          "/studio/api/widgets/{id}/expectations",
          "/widgets/{id}/live{/signature}");

  /** An address that is new has to be put on one of the two lists. */
  @Test
  default void everyAddress_isData_orIsNot() {
    Set<String> all =
        server()
            .http()
            .context()
            .getBean(Router.class)
            .uriRoutes()
            .filter(route -> route.getHttpMethod() == HttpMethod.GET)
            .map(route -> route.getUriMatchTemplate().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(DATA);
    known.addAll(OTHERS);
    assertThat(all).isEqualTo(known);
  }

  /** A widget of each type; a new type does not compile without one. */
  private static String file(WidgetType type, String cache) {
    String rows = "SELECT 1 AS id, 2 AS x";
    return switch (type) {
      case TABLE -> of(type, cache + lookup(cache), "SELECT CAST(:p AS text) AS x");
      case SSRM_TABLE -> of(type, cache, rows);
      case LIVE_GRID -> of(type, cache + "-- data: { wsRowIdColumn: id }\n", rows);
      case METRIC -> of(type, cache, rows);
      case CHART -> of(type, cache + "-- figure: { kind: line, x: id, y: x }\n", rows);
      case CHART_VEGALITE ->
          of(type, cache + "-- figure: { mark: bar, encoding: { x: { field: x } } }\n", rows);
      case CHART_HIGHCHARTS ->
          of(type, cache + "-- figure: { userOptions: { series: [{ data: $x }] } }\n", rows);
      case MARKDOWN -> of(type, cache, "SELECT '# a' AS text");
      case HTML -> of(type, cache, "SELECT '<p>a</p>' AS page");
      case NEWSFEED ->
          of(
              type,
              cache,
              "SELECT 'a' AS title, DATE '2024-05-15' AS date, 'b' AS author, 'c' AS excerpt,"
                  + " 'd' AS body");
      case IFRAME -> of(type, cache, "SELECT 'https://pages.example/a' AS url");
      case YOUTUBE ->
          of(
              type,
              cache + "-- raw: true\n",
              "SELECT 'https://youtu.be/abc' AS url, 'b' AS transcript");
      case PDF -> of(type, cache, "SELECT 'a.pdf' AS filename, 'https://pages.example/a' AS url");
      case MULTI_FILE_VIEWER -> FileContract.FILES;
      case OMNI -> of(type, cache, "SELECT :prompt || '' AS answer");
    };
  }

  private static String lookup(String cache) {
    String kept = cache.isEmpty() ? "" : ", cache: 10m";
    return "-- params: [{ paramName: p, optionsQuery: SELECT 'a' AS value" + kept + " }]\n";
  }

  private static String of(WidgetType type, String keys, String sql) {
    return "-- ---\n-- type: " + type.word() + "\n" + keys + "-- ---\n" + sql + "\n";
  }

  /** What else is at hand of a widget, beside its data. */
  private static Stream<String> below(WidgetType type) {
    return switch (type) {
      case TABLE, METRIC, MARKDOWN, HTML, NEWSFEED, OMNI, MULTI_FILE_VIEWER ->
          Stream.of("", "?raw=true", ".csv");
      case CHART, CHART_VEGALITE, CHART_HIGHCHARTS ->
          Stream.of("", "?theme=light", "?raw=true", ".csv");
      case SSRM_TABLE -> Stream.of("", "?startRow=0&endRow=1", ".csv");
      case LIVE_GRID -> Stream.of("", ".csv");
      case IFRAME -> Stream.of("", "/page", ".csv");
      case YOUTUBE -> Stream.of("", "?raw=true", ".csv");
      case PDF -> Stream.of("", "/pdf", ".csv");
    };
  }

  @ParameterizedTest
  @EnumSource(WidgetType.class)
  default void dataOfEveryType_isNotSentTwice(WidgetType type) {
    for (String cache : List.of("", "-- cache: 10m\n")) {
      String id = server().publish(file(type, cache));
      below(type).forEach(rest -> isTagged("/widgets/" + id + rest));
      if (type == WidgetType.TABLE) {
        isTagged("/options/" + id + ".p");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WidgetType.class,
      names = {"IFRAME", "YOUTUBE"})
  default void addressInAHeader_isNotSentTwice(WidgetType type) {
    String host = type == WidgetType.IFRAME ? "pages.example" : "www.youtube.com";
    String url = "https://%s/watch?v=%s".formatted(host, "c".repeat(1000));
    String id = server().publish(of(type, "-- url: " + url + "\n", ""));
    isTagged("/widgets/" + id);
    if (type == WidgetType.IFRAME) {
      isTagged("/widgets/" + id + "/page");
    }
  }

  @Test
  default void optionsThatAreKeptInTheDatabase_areNotSentTwice() {
    server()
        .database()
        .execute(
            "INSERT INTO sql_widgets.lookup (name) VALUES ('tagged')",
            "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('tagged', 'a')");
    server().publish("SELECT 1 AS x");
    isTagged("/options/tagged");
    server().database().execute("DELETE FROM sql_widgets.lookup WHERE name = 'tagged'");
    server().publish("SELECT 1 AS x");
  }

  @Test
  default void documents_andThePagesFiles_areNotSentTwice() {
    server().publish("SELECT 1 AS x");
    for (String path :
        List.of(
            "/widgets.json",
            "/apps.json",
            "/agents.json",
            "/templates.json",
            "/studio/api/desk",
            "/studio/app/main.js",
            "/studio/lib/dompurify-3.4.15.js")) {
      isTagged(path);
    }
    isTagged("/", "Accept: text/html");
  }

  /** Asks as browsers do that have something already, and as those do that have something else. */
  private void isTagged(String path, String... headers) {
    for (String accepted : List.of("identity", "gzip, deflate, br")) {
      String[] asked = with(headers, "Accept-Encoding: " + accepted);
      HttpReply first = server().http().get(path, asked);
      assertThat(first.status()).as(path + " " + first.text()).isEqualTo(200);
      String tag = String.valueOf(first.header("ETag"));
      assertThat(tag).as(path).matches("\"[\\w-]{22}(-gz|-z)?\"");
      for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
        HttpReply same = server().http().get(path, with(asked, "If-None-Match: " + known));
        assertThat(same.status()).as(path + " " + known).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        for (String header : List.of("ETag", "Cache-Control", "Vary")) {
          assertThat(same.header(header)).as(path).isEqualTo(first.header(header));
        }
      }
      HttpReply other = server().http().get(path, with(asked, "If-None-Match: \"x\""));
      assertThat(other.status()).as(path).isEqualTo(200);
      assertThat(other.body()).as(path).isEqualTo(first.body());
      HttpReply head = server().http().send("HEAD", path, with(asked, "If-None-Match: " + tag));
      assertThat(head.status()).as("HEAD " + path).isEqualTo(304);
      assertThat(head.header("ETag")).isEqualTo(tag);
    }
  }

  private static String[] with(String[] headers, String more) {
    return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
  }
}

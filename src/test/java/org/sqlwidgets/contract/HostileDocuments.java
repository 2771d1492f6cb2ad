package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Hostile values where something else than rows is read: files, CSV, frames, the gallery. */
interface HostileDocuments extends HostileTopic {
  int MOST_VALUES = 1000;

  List<String> DEAF =
      List.of(
          "/",
          "/widgets.json",
          "/apps.json",
          "/agents.json",
          "/templates.json",
          "/problems",
          "/health",
          "/health/liveness",
          "/health/readiness",
          "/studio/api/desk",
          "/studio/api/widgets/equal/expectations",
          "/studio/app/main.js",
          "/widgets/still",
          "/widgets/still/page",
          "/widgets/equal?v=one");

  /** Their replies tell of a moment. */
  List<String> DEAF_AND_CHANGING =
      List.of("/prometheus", "/lookups", "/lookups/regions", "/lookups/regions/changes");

  Pattern PAGE =
      Pattern.compile(
          "<!DOCTYPE html>\n"
              + "<html><head><meta charset=\"utf-8\"><meta name=\"referrer\""
              + " content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0;"
              + " url=([^\"'<\\s]+)\"></head><body><a href=\"([^\"'<\\s]+)\""
              + " target=\"_blank\">([^\"'<\\s]+)</a></body></html>\n");

  @Test
  default void files_areThoseOfTheirNamesAlone() {
    for (HostileValue value : values()) {
      List<String> names =
          Stream.of(value.value().split(",", -1))
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .toList();
      String body = "{\"file\":[" + value.json() + "]}";
      HttpReply reply = client().post("/widgets/documents", body);
      if (!value.isText() || names.size() > MOST_VALUES) {
        assertThat(reply.status()).as(value.name()).isEqualTo(422);
        assertThat(reply.json().path("detail").asText()).startsWith("Parameter 'file': ");
        continue;
      }
      assertThat(reply.status()).as(value.name() + reply.text()).isEqualTo(200);
      assertThat(files(reply.json()))
          .as(value.name())
          .isEqualTo(names.stream().distinct().map(this::file).toList());
    }
  }

  /** What is shown of the file of a name: its row's number, or that there is none. */
  private String file(String name) {
    List<Integer> rows = rowsLike(row -> row.value().equals(name));
    return rows.isEmpty() ? "There is no file \"" + name + "\"" : name + ".txt: " + rows.getFirst();
  }

  private static List<String> files(JsonNode files) {
    List<String> shown = new ArrayList<>();
    for (JsonNode file : files) {
      String content = file.path("content").asText();
      shown.add(
          file.has("error_type")
              ? content
              : file.path("data_format").path("filename").asText()
                  + ": "
                  + new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8));
    }
    return shown;
  }

  @Test
  default void csv_hasTheRowsOfTheValueAlone() {
    for (HostileValue value : addressed()) {
      HttpReply reply = client().get("/widgets/equal.csv?v=" + value.percent());
      if (!value.isText()) {
        assertThat(reply.status()).as(value.name()).isEqualTo(422);
        continue;
      }
      List<List<String>> lines = lines(reply.text());
      assertThat(lines.getFirst()).containsExactly("\uFEFFid", "echo");
      List<Integer> ids = new ArrayList<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        assertThat(line).as(value.name()).hasSize(2);
        ids.add(Integer.valueOf(line.getFirst()));
        assertThat(line.getLast()).as(value.name()).isEqualTo(harmless(value.value()));
      }
      assertThat(ids)
          .as(value.name())
          .isEqualTo(rowsLike(row -> row.value().equals(value.value())));
    }
  }

  /** What a spreadsheet would run, or what would be taken for guarded, has an apostrophe. */
  private static String harmless(String text) {
    String bare = text.replaceFirst("^'+", "");
    boolean runs =
        bare.matches("(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*")
            && !bare.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    return runs ? "'" + text : text;
  }

  /** The fields of each line of CSV (RFC 4180). */
  private static List<List<String>> lines(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    Matcher field =
        Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^,\r\n\"]*+))(,|\r\n)").matcher(csv);
    int end = 0;
    while (field.find() && field.start() == end) {
      end = field.end();
      String quoted = field.group(1);
      line.add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      if (!field.group(3).equals(",")) {
        lines.add(line);
        line = new ArrayList<>();
      }
    }
    assertThat(end).as("the end of " + csv).isEqualTo(csv.length());
    return lines;
  }

  @Test
  default void values_areShownInTheGalleryAsTheyAre() {
    for (HostileValue value : addressed()) {
      HttpReply reply = client().get("/studio/api/widgets/equal/values?v=" + value.percent());
      assertThat(reply.status()).as(value.name()).isEqualTo(value.isText() ? 200 : 422);
      if (value.isText()) {
        assertThat(reply.json().path("values").get(0).path("value").asText())
            .as(value.name())
            .isEqualTo(value.value());
      }
    }
  }

  @Test
  default void frame_leadsToOneAddressOfItsSite_orIsRefused() {
    int led = 0;
    for (HostileValue value : addressed()) {
      HttpReply reply = client().get("/widgets/frame/page?v=" + value.percent());
      if (reply.status() == 200) {
        Matcher page = PAGE.matcher(reply.text());
        assertThat(page.matches()).as(value.name() + reply.text()).isTrue();
        assertThat(page.group(1)).isEqualTo(page.group(2)).isEqualTo(page.group(3));
        assertThat(page.group(1) + "/").as(value.name()).startsWith("https://pages.example/");
        led++;
      } else {
        assertThat(reply.status()).as(value.name()).isEqualTo(422);
      }
    }
    assertThat(led).isGreaterThan(50);
  }

  @Test
  default void keysThatNobodyAsksFor_changeNothing() {
    List<String> queries = new ArrayList<>(List.of("theme=none"));
    for (HostileValue value : addressed()) {
      String more = "&theme=" + value.percent() + "&" + value.percent() + "=" + value.percent();
      if (queries.getLast().length() + more.length() > 30_000) {
        queries.add("theme=none");
      }
      if (more.length() < 29_000) {
        queries.add(queries.removeLast() + more);
      }
    }
    for (String address : DEAF) {
      String before = client().get(address).text();
      for (String query : queries) {
        HttpReply reply = client().get(address + (address.contains("?") ? "&" : "?") + query);
        assertThat(reply.status()).as(address + "?" + query).isEqualTo(200);
        assertThat(reply.text()).as(address + "?" + query).isEqualTo(before);
      }
    }
    for (String address : DEAF_AND_CHANGING) {
      for (String query : queries) {
        assertThat(client().get(address + "?" + query).status()).isEqualTo(200);
      }
    }
  }

  @Test
  default void blockThatTheAddressNames_isReadOrRefused() {
    for (HostileValue value : addressed()) {
      for (String key : List.of("startRow", "endRow")) {
        HttpReply reply = client().get("/widgets/block?" + key + "=" + value.percent());
        assertThat(reply.status()).as(value.name() + reply.text()).isIn(200, 422);
      }
    }
  }
}

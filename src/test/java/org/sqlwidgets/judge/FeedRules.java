package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the contract asks of articles (§4.8). */
final class FeedRules {
  private static final Set<String> KEYS = Set.of("title", "date", "author", "excerpt", "body");
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)?)?");

  private FeedRules() {}

  static void newsfeed(JsonNode reply, Report report) {
    if (!reply.isArray()) {
      report.add("§4.8", "reply", "not an array of articles");
    }
    List<JsonNode> articles = Values.list(reply);
    for (int i = 0; i < articles.size(); i++) {
      article("article " + (i + 1), articles.get(i), report);
    }
  }

  private static void article(String place, JsonNode article, Report report) {
    Set<String> keys = new TreeSet<>();
    article.properties().forEach(entry -> keys.add(entry.getKey()));
    if (!keys.equals(KEYS)) {
      report.add("§4.8", place, "has the keys " + keys + ", not " + new TreeSet<>(KEYS));
    }
    for (String key : KEYS) {
      if (!article.path(key).isTextual()) {
        report.add("§4.8", place, key + " is not a text");
      }
    }
    String date = Values.text(article.path("date"));
    if (!date.isEmpty() && !ISO_8601.matcher(date).matches()) {
      report.add("§4.8", place, "date \"" + date + "\" is not ISO 8601");
    }
  }
}

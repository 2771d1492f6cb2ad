package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the contract asks of files and answers (§4.8, §4.12). */
final class FileRules {
  private static final Set<String> TYPES =
      Set.of("pdf", "docx", "xlsx", "xls", "csv", "txt", "md", "jpg", "jpeg", "png");

  private FileRules() {}

  /** §4.8: a document with bytes or an address. */
  static void pdf(JsonNode reply, Report report) {
    file("reply", reply, report);
    if (!Values.text(reply.path("data_format").path("data_type")).equals("pdf")) {
      report.add("§4.8", "reply", "data_type is not pdf");
    }
  }

  /** §4.8: files, or in their place what is wrong with them. */
  static void files(JsonNode reply, Report report) {
    if (!reply.isArray()) {
      report.add("§4.8", "reply", "not an array of files");
    }
    List<JsonNode> files = Values.list(reply);
    for (int i = 0; i < files.size(); i++) {
      String place = "file " + (i + 1);
      if (files.get(i).has("error_type")) {
        keys(place, files.get(i), Set.of("error_type", "content"), report);
      } else {
        file(place, files.get(i), report);
      }
    }
  }

  private static void file(String place, JsonNode file, Report report) {
    keys(place, file, Set.of("data_format", file.has("url") ? "url" : "content"), report);
    JsonNode format = file.path("data_format");
    keys(place + " data_format", format, Set.of("data_type", "filename"), report);
    if (!TYPES.contains(Values.text(format.path("data_type")))) {
      report.add("§4.8", place, "the client knows no file of type " + format.path("data_type"));
    }
    if (Values.text(format.path("filename")).isBlank()) {
      report.add("§4.8", place, "filename is not a text, or blank");
    }
    try {
      Base64.getDecoder().decode(Values.text(file.path("content")));
    } catch (IllegalArgumentException e) {
      report.add("§4.8", place, "content is not base64");
    }
  }

  /** §4.12: a text or the rows of a table. */
  static void omni(JsonNode reply, Report report) {
    keys("reply", reply, Set.of("content", "data_format"), report);
    JsonNode format = reply.path("data_format");
    if (!Values.text(format.path("data_type")).equals("object")) {
      report.add("§4.12", "reply", "data_type is not object");
    }
    JsonNode content = reply.path("content");
    boolean fits =
        switch (Values.text(format.path("parse_as"))) {
          case "text" -> content.isTextual() && !content.asText().isBlank();
          case "table" -> content.isArray() && !content.isEmpty();
          default -> false;
        };
    if (!fits) {
      report.add("§4.12", "reply", "content is not what parse_as says, or empty");
    }
  }

  private static void keys(String place, JsonNode object, Set<String> expected, Report report) {
    Set<String> keys = new TreeSet<>();
    object.properties().forEach(entry -> keys.add(entry.getKey()));
    if (!keys.equals(expected)) {
      report.add("§4", place, "has the keys " + keys + ", not " + new TreeSet<>(expected));
    }
  }
}

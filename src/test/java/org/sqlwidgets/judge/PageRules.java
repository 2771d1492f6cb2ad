package org.sqlwidgets.judge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the contract asks of replies whose body is no JSON. */
final class PageRules {
  private static final Pattern HTML =
      Pattern.compile("text/html; ?charset=utf-8", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOCUMENT =
      Pattern.compile("\\s*<(!doctype html|html)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(style|script|title)\\b.*?</\\1>|<!--.*?-->|<[^>]*>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

  private PageRules() {}

  /** §4.7: a page as text/html in which there is something to see. */
  static void html(byte[] reply, String contentType, Report report) {
    if (!HTML.matcher(contentType).matches()) {
      report.add("§4.7", "Content-Type", "\"" + contentType + "\" is not text/html in UTF-8");
    }
    String page = text("§4.7", reply, report);
    if (!DOCUMENT.matcher(page).matches()) {
      report.add("§4.7", "reply", "does not begin as a page");
    }
    if (UNSEEN.matcher(page).replaceAll("").isBlank()) {
      report.add("§4.7", "reply", "has nothing to see");
    }
  }

  /** §4.8: the bare address as text: quotes of JSON would break it. */
  static void youtube(byte[] reply, String contentType, Report report) {
    if (!contentType.toLowerCase(java.util.Locale.ROOT).startsWith("text/plain")) {
      report.add("§4.8", "Content-Type", "\"" + contentType + "\" is not text/plain");
    }
    String address = text("§4.8", reply, report);
    if (!ADDRESS.matcher(address).matches()) {
      report.add("§4.8", "reply", "\"" + address + "\" is not an address and nothing else");
    }
  }

  private static String text(String rule, byte[] reply, Report report) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply)).toString();
    } catch (CharacterCodingException e) {
      report.add(rule, "reply", "is not UTF-8");
      return "";
    }
  }
}

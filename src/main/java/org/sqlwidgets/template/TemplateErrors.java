package org.sqlwidgets.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the Mustache library's errors in the words of the product. */
final class TemplateErrors {
  private static final Pattern NEVER_OPENED =
      Pattern.compile("Section close tag with no open tag '(.*?)' @ line (\\d+)", Pattern.DOTALL);
  private static final Pattern NEVER_CLOSED =
      Pattern.compile("Section missing close tag '(.*?)' @ line (\\d+)", Pattern.DOTALL);
  private static final Pattern CROSSED =
      Pattern.compile(
          "Section close tag with mismatched open tag '(.*?)' != '(.*?)' @ line (\\d+)",
          Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile(" @ line (\\d+)");

  private TemplateErrors() {}

  static String inWords(String message) {
    Matcher opened = NEVER_OPENED.matcher(message);
    if (opened.find()) {
      return "{{/%s}} in line %s of the template closes nothing; remove it, or open it with {{#%s}}"
          .formatted(opened.group(1), opened.group(2), opened.group(1));
    }
    Matcher closed = NEVER_CLOSED.matcher(message);
    if (closed.find()) {
      return "{{#%s}} in line %s of the template is never closed; end it with {{/%s}}"
          .formatted(closed.group(1), closed.group(2), closed.group(1));
    }
    Matcher crossed = CROSSED.matcher(message);
    if (crossed.find()) {
      return "{{/%s}} in line %s of the template stands where {{/%s}} is expected"
          .formatted(crossed.group(1), crossed.group(3), crossed.group(2));
    }
    return "template cannot be read: " + PLACE.matcher(message).replaceFirst(" (line $1)");
  }
}

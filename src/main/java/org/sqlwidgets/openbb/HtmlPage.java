package org.sqlwidgets.openbb;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sqlwidgets.openbb.View.Theme;

/**
 * The page around a piece of HTML: colours of the dashboard, and styles that make plain tables,
 * lists and headings readable (contract §4.7).
 */
final class HtmlPage {
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\A(?:\\s|<!--.*?-->)*<(?:!doctype|html)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String NOTHING = "<p class=\"nothing\">Nothing to show</p>";
  private static final String DARK =
      "--ground:#151518;--text:#e4e4e7;--faint:#a1a1aa;--line:#33333a;--stripe:#1d1d21;"
          + "--accent:#60a5fa;--good:#4ade80;--bad:#f87171";
  private static final String LIGHT =
      "--ground:#ffffff;--text:#18181b;--faint:#71717a;--line:#e4e4e7;--stripe:#f6f6f7;"
          + "--accent:#2563eb;--good:#15803d;--bad:#dc2626";
  private static final String STYLES =
      """
      html{background:var(--ground);color:var(--text);font:14px/1.5 system-ui,sans-serif}
      body{margin:12px}
      h1,h2,h3,h4{line-height:1.25;margin:.8em 0 .4em}
      h1{font-size:1.5em}h2{font-size:1.25em}h3,h4{font-size:1.05em}
      body>:first-child{margin-top:0}
      a{color:var(--accent)}
      img,svg,video{max-width:100%}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{padding:4px 8px;text-align:left;border-bottom:1px solid var(--line)}
      th,tfoot td{font-weight:600}
      tbody tr:nth-child(even){background:var(--stripe)}
      .number{text-align:right}
      .faint,caption,small,figcaption,.nothing{color:var(--faint)}
      .good{color:var(--good)}.bad{color:var(--bad)}
      hr{border:0;border-top:1px solid var(--line)}
      code,pre{font-family:ui-monospace,monospace;background:var(--stripe)}
      """;

  private HtmlPage() {}

  /**
   * A page that holds what was written; a whole document is left as it is.
   *
   * <p>Links open beside the dashboard, as few sites let themselves be framed.
   */
  static String of(String html, Theme theme) {
    if (WHOLE.matcher(html).matches()) {
      return html;
    }
    String scheme = theme.name().toLowerCase(Locale.ROOT);
    return "<!DOCTYPE html>\n"
        + "<html><head><meta charset=\"utf-8\"><base target=\"_blank\"><style>\n"
        + ":root{color-scheme:"
        + scheme
        + ";"
        + (theme == Theme.DARK ? DARK : LIGHT)
        + "}\n"
        + STYLES
        + "</style></head><body class=\""
        + scheme
        + "\">\n"
        + (html.isBlank() ? NOTHING : html)
        + "\n</body></html>\n";
  }
}

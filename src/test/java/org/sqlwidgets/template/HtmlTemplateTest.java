package org.sqlwidgets.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.SqlType;

/** Where values may stand in a page, and in which form (widget-file §4). */
class HtmlTemplateTest {
  private static final List<ColumnDef> COLUMNS =
      List.of(
          TextRows.column("x", SqlType.TEXT),
          TextRows.column("n", SqlType.NUMERIC),
          TextRows.column("b", SqlType.BOOLEAN),
          TextRows.column("length", SqlType.TEXT));

  private static Rows one(@Nullable String x, String n) {
    return TextRows.of(TextRows.row(x, n, "true", "long"));
  }

  private static String html(String template, Rows rows) {
    try {
      return Template.html(template, COLUMNS, "dark").render(rows);
    } catch (TemplateException e) {
      throw new AssertionError(template, e);
    }
  }

  private static String html(String template, String x) {
    return html(template, one(x, "1234.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>{{x}}</p>",
        "{{x}}",
        "<p class=\"{{x}}\">",
        "<p class='a {{x}} b' id=i>",
        "<textarea>{{x}}</textarea>",
        "<title>a {{x}}</title>",
        "a < b {{x}}",
        "<!-- a -- b --><i>{{x}}</i>",
        "<!--><i>{{x}}</i>",
        "<script>var a = '<p>';</script>{{x}}",
        "<style>p > a { color: red }</style >{{x}}",
        "<svg viewBox=\"0 0 1 1\"><text x=\"1\">{{x}}</text></svg>",
        "<br/>{{x}}",
        "<input disabled value=\"{{x}}\"/>",
        "<p {{#b}}class=\"hot\"{{/b}} title=\"{{x}}\">",
        "<option {{#b}}selected{{/b}}>{{x}}</option>",
        "<p class=\"{{#b}}hot: {{/b}}{{x}}\">",
        "{{#rows}}<tr><td>{{x}}</td></tr>{{/rows}}",
        "{{! no <script> }}{{x}}",
        "<!DOCTYPE html><html><body>{{x}}</body></html>",
      })
  void escapedValue_isSafe_inTextsAndQuotedAttributes(String template) {
    assertThat(html(template, "<\"'&>"))
        .contains("&lt;&quot;&#39;&amp;&gt;")
        .doesNotContain("<\"'&>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<script>{{x}}</script>              | inside <script>",
        "<SCRIPT>var a = \"{{x}}\"</SCRIPT>  | inside <script>",
        "<script><!-- <script> --></script>{{x}} | inside <script>",
        "<style>{{x}}</style>                | inside <style>",
        "<noscript>{{x}}</noscript>          | inside <noscript>",
        "<p class={{x}}>                     | in an attribute without quotes",
        "<p class=a{{x}}>                    | in an attribute without quotes",
        "<a href={{x}}>                      | in an attribute without quotes; write href=\"…\"",
        "<p onclick=\"{{x}}\">               | in the attribute \"onclick\"",
        "<p OnClick=\"f('{{n}}')\">          | in the attribute \"onclick\"",
        "<iframe srcdoc=\"{{x}}\">           | in the attribute \"srcdoc\"",
        "<img srcset=\"{{x}}\">              | in the attribute \"srcset\"",
        "<p style=\"color: {{x}}\">          | in the attribute \"style\"",
        "<script src=\"{{x}}\"></script>     | in an attribute of <script>",
        "<link href='{{x}}'>                 | in an attribute of <link>",
        "<base href=\"{{x}}\">               | in an attribute of <base>",
        "<meta content=\"{{x}}\">            | in an attribute of <meta>",
        "<animate values=\"{{x}}\">          | in an attribute of <animate>",
        "<a href=\"javascript:{{x}}\">       | behind \"javascript:\"",
        "<a href=\" JAVA\tscript:{{x}}\">    | behind \"JAVA",
        "<a href=\"javascript&#58;{{x}}\">   | behind \"javascript&#58;\"",
        "<a href=\"data:text/html,{{x}}\">   | behind \"data:text",
        "<a href=\"java{{x}}:{{n}}\">        | behind \"java…:\"",
        "<a xlink:href=\"javascript:{{x}}\"> | behind \"javascript:\"",
        "<{{x}}>                             | behind \"<\"",
        "</{{x}}>                            | behind \"<\"",
        "<p{{x}}>                            | inside a tag but in no attribute",
        "<p {{x}}>                           | inside a tag but in no attribute",
        "<p a{{x}}=\"1\">                    | inside a tag but in no attribute",
        "<!-- {{x}} -->                      | inside a comment",
        "<!DOCTYPE {{x}}>                    | inside a tag but in no attribute",
        "<p class=\"{{{x}}}\">               | inside a tag or a comment",
        "<script>{{{x}}}</script>            | inside a tag or a comment",
        "<p class=\"{{&x}}\">                | inside a tag or a comment",
        "<p{{#b}} class=\"a\"{{/b}}>         | in the middle of the markup",
        "<title></ti{{x}}</title>            | where a tag may begin",
        "<a href=\"/{{.}}\">                 | in an address; name a column",
        "{{#b}}<p class=\"{{/b}}{{x}}\">     | in another place of the page",
        "{{#b}}<script>{{/b}}{{x}}           | in another place of the page",
        "<a href=\"{{#b}}javascript:{{/b}}{{x}}\"> | in another place of the page",
        "<p {{#b}}on{{/b}}click=\"{{x}}\">   | a blank must stand between",
        "{{=<% %>=}}<%x%>                    | changes the braces",
      })
  void value_whereEscapingCannotHelp_isRefused(String template, String reason) {
    assertThatThrownBy(() -> Template.html(template, COLUMNS, "dark"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusal_namesTheLine() {
    assertThatThrownBy(() -> Template.html("a\n\n<p {{x}}>", COLUMNS, "dark"))
        .hasMessageStartingWith("{{x}} in line 3 of the template stands ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://a.example/b?c=d | https://a.example/b?c&#x3D;d",
        "HTTP://a.example        | HTTP://a.example",
        "mailto:a@b.example      | mailto:a@b.example",
        "/a/b                    | /a/b",
        "?page=2                 | ?page&#x3D;2",
        "#top                    | #top",
        "a/b                     | ./a/b",
        "a                       | ./a",
        "javascript:alert(1)     | #",
        "JaVaScript:alert(1)     | #",
        "java script:alert(1)    | #",
        "javascript&colon;a      | #",
        "data:text/html,x        | #",
        "vbscript:x              | #",
        "blob:https://a.example  | #",
        "\"onclick=\"x           | ./&quot;onclick&#x3D;&quot;x",
      })
  void wholeAddress_leadsToAPage_orNowhere(String value, String sent) {
    assertThat(html("<a href=\"{{x}}\">", value)).isEqualTo("<a href=\"" + sent + "\">");
    assertThat(html("<img src='{{x}}'>", value)).isEqualTo("<img src='" + sent + "'>");
  }

  @Test
  void wholeAddress_withControlCharacters_leadsNowhere() {
    assertThat(html("<a href=\"{{x}}\">", "java\nscript:alert(1)")).isEqualTo("<a href=\"#\">");
    assertThat(html("<a href=\"{{x}}\">", "\u0001javascript:alert(1)")).isEqualTo("<a href=\"#\">");
    assertThat(html("<a href=\"{{x}}\">", one(null, "1"))).isEqualTo("<a href=\"#\">");
  }

  @Test
  void partOfAnAddress_isPercentEncoded() {
    assertThat(html("<a href=\"https://a.example/{{x}}?n={{n}}\">", "b/c?d&e f:ü"))
        .isEqualTo("<a href=\"https://a.example/b%2Fc%3Fd%26e%20f%3A%C3%BC?n=1234.5\">");
    assertThat(html("<a href=\"{{x}}:alert(1)\">", "javascript"))
        .isEqualTo("<a href=\"./javascript:alert(1)\">");
  }

  @Test
  void numbers_standInStyles_withoutSeparators() {
    assertThat(html("<p style=\"width: {{n}}px; order: {{count}}\">{{n}}</p>", "x"))
        .isEqualTo("<p style=\"width: 1234.5px; order: 1\">1,234.5</p>");
  }

  @Test
  void threeBraces_inText_leaveTheValueAsItIs() {
    assertThat(html("<p>{{{x}}}{{&x}}</p>", "<b>")).isEqualTo("<p><b><b></p>");
  }

  @Test
  void totals_countRowsAndAddNumbers() {
    Rows rows =
        TextRows.of(
            TextRows.row("a", "1000.25", "true", "l"),
            TextRows.row("b", null, "false", "l"),
            TextRows.row("c", "0.75", "true", "l"));
    assertThat(html("{{count}} {{sum.n}} {{#rows}}{{x}}/{{count}}/{{sum.n}} {{/rows}}", rows))
        .isEqualTo("3 1,001.00 a/3/1,001.00 b/3/1,001.00 c/3/1,001.00 ");
  }

  @Test
  void totals_ofNoRows_areZero() {
    String template = "{{count}} {{sum.n}} {{#count}}some{{/count}}{{^count}}none{{/count}}[{{x}}]";
    assertThat(html(template, TextRows.of())).isEqualTo("0 0 none[]");
  }

  @Test
  void column_hidesATotalOfItsName() throws TemplateException {
    List<ColumnDef> columns = List.of(TextRows.column("count", SqlType.TEXT));
    Template template = Template.html("{{count}}", columns, "dark");
    assertThat(template.render(TextRows.of(TextRows.row("mine")))).isEqualTo("mine");
    assertThat(template.render(TextRows.of())).isEmpty();
  }

  @Test
  void name_insideASection_isTheColumn_notAPropertyOfTheValue() {
    assertThat(html("{{#x}}{{length}}{{/x}}", "abc")).isEqualTo("long");
  }

  @Test
  void sum_ofATextColumn_isRefused() {
    assertThatThrownBy(() -> Template.html("{{sum.x}}", COLUMNS, "dark"))
        .hasMessage("template asks for \"sum.x\", but column \"x\" holds no numbers");
  }

  @Test
  void theme_isNamed() throws TemplateException {
    assertThat(Template.html("{{theme}}", COLUMNS, "light").render(one("x", "1")))
        .isEqualTo("light");
  }

  /** What is filled in never ends the text or attribute that it stands in. */
  @Property(tries = 2000)
  void anyValue_staysInItsPlace(
      @ForAll @Chars({'<', '>', '"', '\'', '&', '/', '`', '=', '-', ' ', 's', '{', '}'})
          String value) {
    String page = html("<p title=\"{{x}}\" lang='{{x}}'>{{x}}</p><i>", value);
    assertThat(page.chars().filter(c -> c == '<').count()).isEqualTo(3);
    assertThat(page.chars().filter(c -> c == '>').count()).isEqualTo(3);
    assertThat(page.chars().filter(c -> c == '"').count()).isEqualTo(2);
    assertThat(page.chars().filter(c -> c == '\'').count()).isEqualTo(2);
  }
}

package org.sqlwidgets.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What axe finds wrong with a page for people who cannot see it or use no mouse. */
final class Findings {
  /**
   * The page's own document only: axe waits for ever for a sandboxed frame, where no script runs.
   */
  private static final String RUN =
      """
      Promise.race([
        axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(found =>
          found.violations.filter(rule => ['serious', 'critical'].includes(rule.impact)).map(rule =>
            rule.id + ': ' + rule.nodes.slice(0, 5).map(node => node.html + node.failureSummary).join())),
        new Promise(ended => setTimeout(() => ended(['axe did not end within a minute']), 60000))])
      """;

  private Findings() {}

  /** The serious and the critical ones, with their elements. */
  static List<String> of(Page page) {
    page.evaluate(AxeBuilder.getAxeScript());
    return ((List<?>) page.evaluate(RUN)).stream().flatMap(Findings::text).toList();
  }

  private static Stream<String> text(Object finding) {
    return Stream.of(String.valueOf(finding));
  }
}

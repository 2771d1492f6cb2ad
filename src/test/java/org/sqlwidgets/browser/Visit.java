package org.sqlwidgets.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One tab with the gallery, and everything that the browser complained of. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private List<String> expected = List.of("Failed to load resource: net::ERR_CONNECTION");

  private Visit(BrowserContext context, String base) {
    this.context = context;
    this.base = base;
    context.setDefaultTimeout(30_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isExpected(message.text())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          URI uri = URI.create(request.url().replaceFirst("^(data|blob):.*", "http://127.0.0.1/"));
          if (!"127.0.0.1".equals(uri.getHost())) {
            complaints.add("asked another host: " + request.url());
          }
        });
  }

  /**
   * Refused values, missing and wrong keys are replies, which the browser's console calls errors.
   */
  private boolean isExpected(String text) {
    return expected.stream().anyMatch(text::startsWith)
        || (text.startsWith("Failed to load resource")
            && text.matches(".*(401|412|422|429|ERR_CON).*"));
  }

  /** Takes complaints that begin so as a good sign. */
  Visit expecting(String... beginnings) {
    expected = List.of(beginnings);
    return this;
  }

  /** A tab of usual size. */
  static Visit of(Chromium chromium, int port, ColorScheme scheme) {
    return of(chromium, port, scheme, 1280, 900);
  }

  /** A tab of a given size in pixels. */
  static Visit of(Chromium chromium, int port, ColorScheme scheme, int width, int height) {
    return of(
        chromium,
        port,
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
  }

  /** A tab of somebody in a zone of time. */
  static Visit in(String zone, Chromium chromium, int port) {
    return of(chromium, port, new Browser.NewContextOptions().setTimezoneId(zone));
  }

  private static Visit of(Chromium chromium, int port, Browser.NewContextOptions options) {
    return new Visit(
        chromium.browser().newContext(options.setLocale("en-GB")),
        "http://127.0.0.1:" + port + "/");
  }

  Page page() {
    return page;
  }

  /** Goes to a part of the page, such as {@code #/problems}. */
  Visit to(String hash) {
    page.navigate(base + hash);
    page.locator("#live:has-text('Live')").waitFor();
    return this;
  }

  /** Opens a widget and waits until it is drawn. */
  Visit open(String id) {
    to("#/widget/" + id);
    drawn();
    return this;
  }

  /** Waits until the open widget is drawn. */
  void drawn() {
    page.locator(".frame[aria-busy=false]").waitFor();
  }

  Locator the(String selector) {
    return page.locator(selector);
  }

  /** The elements that hold a text. */
  Locator containing(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  /** The control of a param. */
  Locator param(String name) {
    return page.locator("[data-param='" + name + "']");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** What is open, as the address says it. */
  String hash() {
    return String.valueOf(page.evaluate("location.hash"));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }
}

package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import org.sqlwidgets.openbb.AddressPage;
import org.sqlwidgets.openbb.View;
import org.sqlwidgets.widget.WebAddress;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.PageContent;
import org.sqlwidgets.widget.WidgetType;

/** Replies for widgets that show an address of their author (contract §4.8). */
final class AddressReplies {
  private AddressReplies() {}

  /** The address as text for a video, a page that leads there for a frame. */
  static MutableHttpResponse<?> reply(Widget widget, PageContent page, View view) {
    WebAddress address = WebAddress.of(page.url()).orElseThrow();
    if (widget.type() == WidgetType.IFRAME) {
      return ok(AddressPage.of(address), AddressPage.CONTENT_TYPE);
    }
    return view.raw()
        ? Errors.reply(HttpStatus.UNPROCESSABLE_ENTITY, "This video has no transcript")
        : ok(address.text(), "text/plain; charset=utf-8");
  }

  private static MutableHttpResponse<?> ok(String text, String contentType) {
    return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_TYPE, contentType)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}

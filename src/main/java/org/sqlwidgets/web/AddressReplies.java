package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
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
  static MutableHttpResponse<?> reply(
      HttpRequest<?> request, Widget widget, PageContent page, View view) {
    WebAddress address = WebAddress.of(page.url()).orElseThrow();
    if (widget.type() == WidgetType.IFRAME) {
      return ok(request, AddressPage.of(address), AddressPage.CONTENT_TYPE);
    }
    return view.raw()
        ? Errors.reply(HttpStatus.UNPROCESSABLE_ENTITY, "This video has no transcript")
        : ok(request, address.text(), "text/plain; charset=utf-8");
  }

  private static MutableHttpResponse<?> ok(
      HttpRequest<?> request, String text, String contentType) {
    return DataRequest.of(request)
        .reply(WholeReply.of(text.getBytes(StandardCharsets.UTF_8), contentType));
  }
}

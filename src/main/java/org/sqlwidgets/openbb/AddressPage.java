package org.sqlwidgets.openbb;

import org.sqlwidgets.widget.WebAddress;

/**
 * A page that leads to another one at once.
 *
 * <p>It stands where the client wants a fixed address, and the address is made by a query or of a
 * form that the client does not take (contract §4.8). No redirect: the reply stays a page of ours
 * that says where it leads when the other one does not let itself be framed.
 */
public final class AddressPage {
  /** The content type of the page. */
  public static final String CONTENT_TYPE = "text/html; charset=utf-8";

  private AddressPage() {}

  /** The page that leads to an address. */
  public static String of(WebAddress address) {
    String escaped =
        address
            .text()
            .replace("&", "&amp;")
            .replace("\"", "&quot;")
            .replace("'", "%27")
            .replace("<", "&lt;");
    return ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
            + "<meta name=\"referrer\" content=\"no-referrer\">"
            + "<meta http-equiv=\"refresh\" content=\"0; url=%s\">"
            + "</head><body><a href=\"%s\" target=\"_blank\">%s</a></body></html>\n")
        .formatted(escaped, escaped, escaped);
  }
}

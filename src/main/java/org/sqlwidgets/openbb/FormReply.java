package org.sqlwidgets.openbb;

import java.util.Map;

/** The reply to a form that was taken: {@code {"message":"…"}} (contract §3.7). */
public final class FormReply {
  private FormReply() {}

  /** The body for a text that the client shows. */
  public static byte[] of(String message) {
    return JsonTree.write(Map.of("message", message));
  }
}

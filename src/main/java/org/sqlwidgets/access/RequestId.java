package org.sqlwidgets.access;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/**
 * The name of one request: in its reply, in the body of its error, and in its lines of the log.
 *
 * <p>A proxy's or client's own name is taken over when it cannot do harm in a log: at most 64
 * letters, digits and {@code . _ : -}. Any other is replaced by a made one.
 */
public final class RequestId {
  /** The header that carries it, in requests and replies. */
  public static final String HEADER = "X-Request-Id";

  /** Its key among what the log knows of a thread. */
  public static final String LOG_KEY = "request";

  private static final int LONGEST = 64;
  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  /** The name of a request, the same each time. */
  public static String of(HttpRequest<?> request) {
    Object known = request.getAttributes().getValue(ATTRIBUTE);
    if (known instanceof String id) {
      return id;
    }
    String said = request.getHeaders().get(HEADER);
    String id = said != null && isWellFormed(said) ? said : made();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** Runs what may write to the log, so that its lines name the request. */
  public static void named(String id, Runnable work) {
    String before = MDC.get(LOG_KEY);
    MDC.put(LOG_KEY, id);
    try {
      work.run();
    } finally {
      if (before == null) {
        MDC.remove(LOG_KEY);
      } else {
        MDC.put(LOG_KEY, before);
      }
    }
  }

  private static String made() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  static boolean isWellFormed(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._:-".indexOf(c) >= 0;
  }
}

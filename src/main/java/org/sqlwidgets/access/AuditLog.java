package org.sqlwidgets.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line to the log for each administrative change, and for each attempt that was refused.
 *
 * <p>The lines have a logger of their own, so that they can be kept apart. What callers say is
 * quoted and escaped: nobody can make a line look like two, or like another.
 */
@Singleton
public final class AuditLog {
  /** The name of the logger. */
  static final String LOGGER = "sql-widgets.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  private final ApiKeys keys;

  AuditLog(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * Notes a change that was made.
   *
   * @param event the kind of change in one word, such as {@code option_change}
   * @param what was changed, without secrets
   */
  public void done(HttpRequest<?> request, String event, String what) {
    RequestId.named(
        RequestId.of(request), () -> LOG.info("audit done {} {}", event, line(request, what)));
  }

  /**
   * Notes an attempt that was refused.
   *
   * @param event the kind of change in one word, such as {@code option_change}
   * @param what was asked for and why it was refused, without secrets
   */
  public void refused(HttpRequest<?> request, String event, String what) {
    RequestId.named(
        RequestId.of(request), () -> LOG.warn("audit refused {} {}", event, line(request, what)));
  }

  private String line(HttpRequest<?> request, String what) {
    return "key=%s user=%s address=%s what=%s"
        .formatted(
            shown(keys.callerOf(request).key()),
            shown(SaidUser.of(request).orElse(null)),
            CallerAddress.of(request),
            QuotedText.of(what));
  }

  private static String shown(@Nullable String text) {
    return text == null ? "-" : QuotedText.of(text);
  }
}

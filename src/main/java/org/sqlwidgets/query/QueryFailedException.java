package org.sqlwidgets.query;

import org.jspecify.annotations.Nullable;

/**
 * A query that gave no reply, with a text that may be shown to anybody.
 *
 * <p>The message never holds SQL, a host or a driver's text; the cause does, for the log.
 */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is no reply (widget-file §8, §9). */
  public enum Reason {
    /** The request's values or the data do not fit: 422. */
    REFUSED,
    /** It took longer than allowed: 504. */
    TIMEOUT,
    /** The database is busy or gone: 503. */
    UNAVAILABLE,
    /** The tables have changed since the query was described: 503, and it is described anew. */
    OUTDATED,
    /** A table, column or function that the query names is gone: 500, and it is described anew. */
    MISSING,
    /** Nobody waits for the reply any more. */
    CANCELLED,
    /** Anything else: 500. */
    FAILED
  }

  /** A failure with a text for everybody and a cause for the log. */
  public QueryFailedException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why there is no reply. */
  public Reason reason() {
    return reason;
  }
}

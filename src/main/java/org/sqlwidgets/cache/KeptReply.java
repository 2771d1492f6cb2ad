package org.sqlwidgets.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlwidgets.widget.Caching;

/** A reply in memory with its tag, and how old it is; its bytes are never changed. */
public final class KeptReply {
  /** A refresh that failed is not tried again before. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final byte[] bytes;
  private final String tag;
  private final Caching caching;
  private final long born;
  private final AtomicLong nextRefresh;

  KeptReply(byte[] bytes, String tag, Caching caching, long born) {
    this.bytes = bytes;
    this.tag = tag;
    this.caching = caching;
    this.born = born;
    this.nextRefresh = new AtomicLong(born + caching.fresh().toNanos());
  }

  /** The body; not to be changed. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  /** What names the bytes, and no others. */
  public String tag() {
    return tag;
  }

  Caching caching() {
    return caching;
  }

  /** How long ago its query was begun. */
  Duration age(long now) {
    return Duration.ofNanos(Math.max(0, now - born));
  }

  /** True for one caller now and then, once the reply is not fresh any more. */
  boolean claimRefresh(long now) {
    long next = nextRefresh.get();
    return now - next >= 0 && nextRefresh.compareAndSet(next, now + PAUSE.toNanos());
  }
}

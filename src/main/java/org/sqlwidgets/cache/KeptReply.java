package org.sqlwidgets.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.Caching;

/**
 * A reply in memory with its tag, and how old it is; its bytes are never changed.
 *
 * <p>They are compressed once, when the first asks for that.
 */
public final class KeptReply {
  /** A refresh that failed is not tried again before. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final byte[] bytes;
  private final String tag;
  private final Caching caching;
  private final long born;
  private final AtomicLong nextRefresh;
  private volatile byte @Nullable [] gzip;

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

  /** Whether nobody has to wait until the bytes are compressed. */
  public boolean isCompressed() {
    return gzip != null;
  }

  /** The bytes as gzip, always the same. */
  byte[] gzip() {
    byte[] made = gzip;
    return made == null ? compress() : made;
  }

  private synchronized byte[] compress() {
    byte[] made = gzip;
    if (made == null) {
      made = Gzip.quick(bytes);
      gzip = made;
    }
    return made;
  }

  /** What both forms take. */
  int weight() {
    byte[] made = gzip;
    return bytes.length + (made == null ? 0 : made.length);
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

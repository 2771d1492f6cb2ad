package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import org.sqlwidgets.cache.ReplyCache.Found;
import org.sqlwidgets.ops.CacheResult;

/** Says where a reply comes from: {@code Cache-Status} (RFC 9211) and {@code Age}. */
final class CacheStatus {
  private static final String HEADER = "Cache-Status";
  private static final String NAME = "sql-widgets; ";
  private static final String HIT = NAME + "hit";
  private static final String COLLAPSED = "; collapsed";

  private CacheStatus() {}

  /** What the header of a reply tells; empty when there is none. */
  static Optional<CacheResult> of(MutableHttpResponse<?> reply) {
    String said = reply.getHeaders().get(HEADER);
    if (said == null) {
      return Optional.empty();
    }
    if (said.endsWith(COLLAPSED)) {
      return Optional.of(CacheResult.SHARED);
    }
    if (said.startsWith(HIT)) {
      return Optional.of(said.contains("ttl=-") ? CacheResult.STALE : CacheResult.HIT);
    }
    return Optional.of(CacheResult.MISS);
  }

  /** From memory; a time left below 0 says that it is not fresh any more. */
  static void hit(MutableHttpResponse<?> reply, Found found) {
    reply.header(HEADER, HIT + "; ttl=" + Math.floorDiv(found.left().toMillis(), 1000L));
    reply.header(HttpHeaders.AGE, Long.toString(found.age().toSeconds()));
  }

  /**
   * From the database; says nothing where there is nothing to tell.
   *
   * @param cached true when its author has replies kept
   * @param stored true when this one is
   * @param collapsed true when the run was begun for another request
   */
  static void run(MutableHttpResponse<?> reply, boolean cached, boolean stored, boolean collapsed) {
    if (cached || collapsed) {
      reply.header(
          HEADER,
          NAME
              + (cached ? "fwd=miss" : "fwd=bypass")
              + (stored ? "; stored" : "")
              + (collapsed ? COLLAPSED : ""));
    }
  }
}

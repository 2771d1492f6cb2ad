package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import org.sqlwidgets.cache.ReplyCache.Found;

/** Says where a reply comes from: {@code Cache-Status} (RFC 9211) and {@code Age}. */
final class CacheStatus {
  private static final String HEADER = "Cache-Status";
  private static final String NAME = "sql-widgets; ";

  private CacheStatus() {}

  /** From memory; a time left below 0 says that it is not fresh any more. */
  static void hit(MutableHttpResponse<?> reply, Found found) {
    reply.header(HEADER, NAME + "hit; ttl=" + Math.floorDiv(found.left().toMillis(), 1000L));
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
              + (collapsed ? "; collapsed" : ""));
    }
  }
}

package org.sqlwidgets.ops;

import java.util.Locale;

/** What the cache of replies knew of a request for data. */
public enum CacheResult {
  /** It had a fresh reply. */
  HIT,
  /** It had a reply that is being renewed. */
  STALE,
  /** It had none, and a query was run. */
  MISS,
  /** Another request's query was under way, and its reply was taken. */
  SHARED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

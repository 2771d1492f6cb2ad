package org.sqlwidgets.cache;

/**
 * How much is kept.
 *
 * @param entries replies
 * @param bytes the memory that they take, about
 */
public record CacheLoad(long entries, long bytes) {}

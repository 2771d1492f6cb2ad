package org.sqlwidgets.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sqlwidgets.cache.CacheConfiguration;
import org.sqlwidgets.cache.ReplyCache;

/** Makes the cache of replies that all routes share. */
@Factory
final class CacheFactory {

  @Singleton
  ReplyCache replyCache(CacheConfiguration configuration) {
    return new ReplyCache(configuration);
  }
}

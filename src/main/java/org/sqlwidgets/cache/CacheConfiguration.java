package org.sqlwidgets.cache;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much memory the replies may take that are kept.
 *
 * @param megabytes all of them together; 0 = nothing is kept
 */
@ConfigurationProperties("sql-widgets.cache")
public record CacheConfiguration(@Bindable(defaultValue = "64") int megabytes) {

  /** Refuses less than nothing. */
  public CacheConfiguration {
    if (megabytes < 0) {
      throw new IllegalArgumentException(
          "sql-widgets.cache.megabytes is " + megabytes + "; expected 0 or more");
    }
  }
}

package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * A pool's configuration as given, and which of its keys were.
 *
 * @param config the bound configuration; changed by who opens the pool
 * @param given whether a key such as {@code maximum-pool-size} was set
 * @param zone the time zone of a reader's sessions
 */
record PoolSettings(HikariConfig config, Predicate<String> given, ZoneId zone) {

  /** Sets a default of ours where the settings say nothing. */
  void unlessGiven(String key, Runnable setting) {
    if (!given.test(key)) {
      setting.run();
    }
  }
}

package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of one pool, which can be woken.
 *
 * <p>The one that opens connections sleeps for up to five seconds after each failure; once woken it
 * gives up, and the next borrower makes it begin anew.
 */
final class PoolThreads implements ThreadFactory {
  private final Map<Thread, Boolean> threads = Collections.synchronizedMap(new WeakHashMap<>());

  /** Has the pool of a configuration use these threads. */
  HikariConfig of(HikariConfig config) {
    config.setThreadFactory(this);
    return config;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("connections").unstarted(work);
    threads.put(thread, true);
    return thread;
  }

  /** Ends what they wait for. */
  void wake() {
    synchronized (threads) {
      threads.keySet().forEach(Thread::interrupt);
    }
  }
}

package org.sqlwidgets.ops;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.database.DatasourceState;

/**
 * Asks the databases whether they answer, all at once and never more often than every two seconds.
 *
 * <p>Ready means that widgets can be served: one of several databases may be down.
 */
@Singleton
public final class ReadinessCheck implements GracefulShutdownCapable {
  private static final long KEPT = Duration.ofSeconds(2).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Executor THREADS = work -> Thread.ofVirtual().name("health").start(work);

  private final Databases databases;
  private volatile boolean stopping;
  private @Nullable Look latest;

  private record Look(long at, CompletableFuture<Map<String, DatasourceState>> states) {}

  ReadinessCheck(Databases databases) {
    this.databases = databases;
  }

  /** The state of at most two seconds ago. */
  public CompletionStage<Readiness> now() {
    return latest().thenApply(this::of);
  }

  private Readiness of(Map<String, DatasourceState> states) {
    boolean answering =
        databases.readerNames().stream().anyMatch(name -> states.get(name) != DatasourceState.DOWN);
    return new Readiness(stopping, states, answering);
  }

  private synchronized CompletableFuture<Map<String, DatasourceState>> latest() {
    Look look = latest;
    if (look == null || System.nanoTime() - look.at() > KEPT) {
      look = new Look(System.nanoTime(), ask());
      latest = look;
    }
    return look.states();
  }

  private CompletableFuture<Map<String, DatasourceState>> ask() {
    Map<String, CompletableFuture<DatasourceState>> asked = new LinkedHashMap<>();
    databases.poolNames().forEach(name -> asked.put(name, ask(name)));
    return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              Map<String, DatasourceState> states = new LinkedHashMap<>();
              asked.forEach((name, state) -> states.put(name, state.join()));
              return states;
            });
  }

  /** No answer in time is none, whatever comes of it. */
  private CompletableFuture<DatasourceState> ask(String name) {
    return CompletableFuture.supplyAsync(() -> databases.state(name), THREADS)
        .exceptionally(failure -> DatasourceState.DOWN)
        .completeOnTimeout(DatasourceState.DOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From here on nothing should be sent here. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping = true;
    return CompletableFuture.completedStage(null);
  }
}

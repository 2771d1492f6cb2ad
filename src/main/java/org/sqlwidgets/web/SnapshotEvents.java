package org.sqlwidgets.web;

import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.registry.WidgetRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells open pages which snapshot is served: at once, and whenever there is a new one. */
@Singleton
final class SnapshotEvents implements GracefulShutdownCapable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Sinks.Many<Long> versions = Sinks.many().replay().latest();

  SnapshotEvents(WidgetRegistry registry) {
    registry.afterChange(this::tell);
    tell(registry.snapshot().version());
  }

  private void tell(long version) {
    versions.emitNext(version, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /** Events named {@code snapshot}, and a sign of life, until the server stops. */
  Flux<Event<String>> stream() {
    Flux<Event<String>> snapshots =
        versions.asFlux().map(version -> Event.of(Long.toString(version)).name("snapshot"));
    Flux<Event<String>> alive =
        Flux.interval(HEARTBEAT).onBackpressureDrop().map(i -> Event.of("").name("alive"));
    return snapshots.mergeWith(alive.takeUntilOther(versions.asFlux().ignoreElements()));
  }

  /** Ends the streams, which would else keep the server from stopping. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    versions.tryEmitComplete();
    return CompletableFuture.completedStage(null);
  }
}

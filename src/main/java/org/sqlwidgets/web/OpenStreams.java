package org.sqlwidgets.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Counts the streams of events that are open, in all and for each address. */
@Singleton
final class OpenStreams {
  private final EventsConfiguration limits;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int all;

  OpenStreams(EventsConfiguration limits) {
    this.limits = limits;
  }

  /** The setting that lets no more streams in from an address; empty when there is a place. */
  synchronized Optional<String> fullBy(String address) {
    if (all >= limits.maxStreams()) {
      return Optional.of("sql-widgets.events.max-streams");
    }
    return byAddress.getOrDefault(address, 0) >= limits.maxStreamsPerAddress()
        ? Optional.of("sql-widgets.events.max-streams-per-address")
        : Optional.empty();
  }

  /** The stream, with a place from its subscription to its end; without one it ends at once. */
  <T> Flux<T> counted(String address, Flux<T> stream) {
    return Flux.defer(
        () -> enter(address) ? stream.doFinally(end -> leave(address)) : Flux.empty());
  }

  private synchronized boolean enter(String address) {
    if (fullBy(address).isPresent()) {
      return false;
    }
    all++;
    byAddress.merge(address, 1, Integer::sum);
    return true;
  }

  private synchronized void leave(String address) {
    all--;
    byAddress.computeIfPresent(address, (key, there) -> there == 1 ? null : there - 1);
  }

  /** How many are open. */
  synchronized int count() {
    return all;
  }
}

package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.Query;

/** Many who wait for one reply: who may join, who gets what, and when nobody waits any more. */
class FlightTest {
  private final ReplyMemory memory = new ReplyMemory(10_000_000);
  private final List<Waiter> alone = new ArrayList<>();
  private final List<QueryFailedException> failures = new ArrayList<>();
  private final Flight.Tower tower =
      new Flight.Tower() {
        @Override
        public ReplyMemory.Share share() {
          return memory.share();
        }

        @Override
        public Duration patience() {
          return Duration.ofMinutes(1);
        }

        @Override
        public void alone(Waiter waiter, ReplyWork work) {
          alone.add(waiter);
        }

        @Override
        public void failed(ReplyWork work, QueryFailedException failure) {
          failures.add(failure);
        }
      };

  /** A run that does in its middle what a test says. */
  private static class Run implements ReplyWork {
    private final boolean cached;
    private final Step step;
    private Cancellation cancellation = new Cancellation();
    private int runs;
    private int kept;

    interface Step {
      void take(Run run, ChunkSink out);
    }

    Run(boolean cached, Step step) {
      this.cached = cached;
      this.step = step;
    }

    @Override
    public String what() {
      return "test";
    }

    @Override
    public Query query() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Caching> caching() {
      return cached ? Optional.of(new Caching(Duration.ofMinutes(1))) : Optional.empty();
    }

    @Override
    public void write(Cancellation given, ChunkSink out) {
      runs++;
      cancellation = given;
      step.take(this, out);
    }

    @Override
    public WholeReply keep(WholeReply whole, long begun) {
      kept++;
      return whole;
    }
  }

  private static Waiter waiter() {
    EmbeddedChannel channel = new EmbeddedChannel();
    return new Waiter(
        new DataRequest(
            new NettyHttpHeaders(),
            HttpMethod.GET,
            new NettyByteBodyFactory(channel),
            channel,
            channel.closeFuture(),
            ServerTiming.unasked(),
            "test"),
        Runnable::run);
  }

  private static void leave(Waiter waiter) {
    waiter.request().channel().close();
    ((EmbeddedChannel) waiter.request().channel()).runPendingTasks();
  }

  private static void write(ChunkSink out) {
    out.accept(new byte[] {'[', ']'}, 2);
  }

  private static MutableHttpResponse<?> reply(Waiter waiter) {
    assertThat(waiter).isDone();
    return waiter.join();
  }

  private static String status(Waiter waiter) {
    return String.valueOf(reply(waiter).header("Cache-Status"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void requests_thatComeBeforeTheQueryBegins_shareItsReply(boolean cached) {
    Run run = new Run(cached, (self, out) -> write(out));
    Waiter first = waiter();
    Waiter second = waiter();
    Flight flight = Flight.of(run, tower, first);
    assertThat(flight.join(second)).isTrue();
    flight.run();
    assertThat(run.runs).isOne();
    assertThat(reply(first).code()).isEqualTo(reply(second).code());
    assertThat(reply(first).header("ETag")).isEqualTo(reply(second).header("ETag"));
    assertThat(status(second)).endsWith("; collapsed");
    assertThat(status(first)).doesNotContain("collapsed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void requestThatComesAfterTheQueryHasBegun_getsItsReply_onlyWhereRepliesAreKept(boolean cached) {
    Waiter late = waiter();
    List<Boolean> joined = new ArrayList<>();
    List<Flight> flights = new ArrayList<>();
    Run run =
        new Run(
            cached,
            (self, out) -> {
              flights.getFirst().begun();
              joined.add(flights.getFirst().join(late));
              write(out);
            });
    flights.add(Flight.of(run, tower, waiter()));
    flights.getFirst().run();
    assertThat(joined).containsExactly(cached);
    assertThat(late.isDone()).isEqualTo(cached);
    assertThat(flights.getFirst().join(waiter())).isFalse();
  }

  @Test
  void failure_isToldToAllWhoWait_andOnceToTheServer() {
    Run run =
        new Run(
            true,
            (self, out) -> {
              throw new QueryFailedException(Reason.UNAVAILABLE, "busy", null);
            });
    Waiter first = waiter();
    Waiter second = waiter();
    Flight flight = Flight.of(run, tower, first);
    flight.join(second);
    flight.run();
    assertThat(List.of(first, second)).extracting(waiter -> reply(waiter).code()).containsOnly(503);
    assertThat(failures).hasSize(1);
    assertThat(run.kept).isZero();
  }

  @Test
  void queryRunsOn_whileAnybodyWaits_andIsCancelledWithTheLast() {
    Waiter first = waiter();
    Waiter second = waiter();
    List<Boolean> cancelled = new ArrayList<>();
    Run run =
        new Run(
            true,
            (self, out) -> {
              cancelled.add(self.cancellation.isCancelled());
              leave(first);
              cancelled.add(self.cancellation.isCancelled());
              leave(second);
              cancelled.add(self.cancellation.isCancelled());
            });
    Flight flight = Flight.of(run, tower, first);
    flight.join(second);
    flight.watch(first);
    flight.watch(second);
    flight.run();
    assertThat(cancelled).containsExactly(false, false, true);
    assertThat(flight.join(waiter())).isFalse();
  }

  @Test
  void clientThatLeftBeforeItWasWatched_isNotForgotten() {
    Waiter first = waiter();
    leave(first);
    Run run = new Run(false, (self, out) -> {});
    Flight flight = Flight.of(run, tower, first);
    flight.watch(first);
    flight.run();
    assertThat(run.cancellation.isCancelled()).isTrue();
  }

  @Test
  void refresh_runsWithoutAnybody_andDoesNotEndWithThoseWhoJoin() {
    Waiter late = waiter();
    List<Flight> flights = new ArrayList<>();
    Run run =
        new Run(
            true,
            (self, out) -> {
              flights.getFirst().join(late);
              flights.getFirst().watch(late);
              leave(late);
              write(out);
            });
    flights.add(Flight.refreshing(run, tower));
    flights.getFirst().run();
    assertThat(run.cancellation.isCancelled()).isFalse();
    assertThat(run.kept).isOne();
  }

  @Test
  void replyThatIsKnownByNow_isSent_andNothingIsRun() {
    Run run =
        new Run(true, (self, out) -> write(out)) {
          @Override
          public Optional<Function<DataRequest, MutableHttpResponse<?>>> known() {
            return Optional.of(
                request -> request.reply(WholeReply.of(new byte[] {'1'}, "application/json")));
          }
        };
    Waiter waiter = waiter();
    Flight.of(run, tower, waiter).run();
    assertThat(run.runs).isZero();
    assertThat(reply(waiter).code()).isEqualTo(200);
  }

  /** Less than a tenth of what is kept otherwise. */
  @Test
  void replyThatWasTooLarge_isSentFromItsBeginning() {
    Waiter waiter = waiter();
    Run run =
        new Run(
            true,
            (self, out) -> {
              self.cancellation.cancel();
              out.accept(new byte[300 * 1024], 300 * 1024);
            }) {
          @Override
          public boolean wasTooLarge() {
            return true;
          }
        };
    Flight.of(run, tower, waiter).run();
    assertThat(reply(waiter).header("ETag")).isNull();
    assertThat(reply(waiter).code()).isEqualTo(200);
    assertThat(run.kept).isZero();
  }

  @Test
  void replyTooLargeToBeKept_goesToTheFirst_andTheOthersRunAlone() {
    Waiter first = waiter();
    Waiter second = waiter();
    Waiter third = waiter();
    Run run =
        new Run(
            true,
            (self, out) -> {
              // The piece that is one too many waits for the client, who has left by then.
              out.accept(new byte[4 * 1024 * 1024], 4 * 1024 * 1024);
              self.cancellation.cancel();
              out.accept(new byte[] {1}, 1);
            });
    Flight flight = Flight.of(run, tower, first);
    flight.join(second);
    flight.join(third);
    flight.run();
    assertThat(alone).containsExactly(second, third);
    assertThat(second).isNotDone();
    assertThat(reply(first).header("ETag")).isNull();
    assertThat(run.kept).isZero();
  }
}

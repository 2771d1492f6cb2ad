package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.AllowedOrigins;
import org.sqlwidgets.live.LiveConfiguration;
import org.sqlwidgets.live.LiveGrids;
import org.sqlwidgets.widget.WidgetType;

/**
 * The sockets of live grids (contract §4.11).
 *
 * <p>An ordinary route up to the handshake, so that names, keys and errors are those of all others.
 */
@Controller
@Produces(MediaType.ALL)
final class LiveController {
  private final Sights sights;
  private final LiveGrids grids;
  private final AllowedOrigins origins;
  private final OwnOrigin own;
  private final LiveConfiguration settings;

  LiveController(
      Sights sights,
      LiveGrids grids,
      AllowedOrigins origins,
      OwnOrigin own,
      LiveConfiguration settings) {
    this.sights = sights;
    this.grids = grids;
    this.origins = origins;
    this.own = own;
    this.settings = settings;
  }

  /** The address may end with a signature, which the filter has seen (contract §8.2). */
  @Get("/widgets/{id}/live{/signature}")
  CompletionStage<? extends HttpResponse<?>> connect(
      HttpRequest<?> request, String id, @Nullable String signature) {
    Optional<MutableHttpResponse<?>> refusal = refusal(request, id);
    if (refusal.isPresent()) {
      return CompletableFuture.completedStage(refusal.get());
    }
    LiveSocket socket = new LiveSocket(settings);
    return grids
        .enter(id, sights.seenBy(request), socket)
        .map(
            subscription -> {
              socket.belongsTo(subscription);
              return upgrade((NettyHttpRequest<?>) request, socket);
            })
        .orElseGet(() -> CompletableFuture.completedStage(full()));
  }

  private Optional<MutableHttpResponse<?>> refusal(HttpRequest<?> request, String id) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !origins.contains(origin) && !own.is(origin, request)) {
      return Optional.of(
          Errors.reply(
              HttpStatus.FORBIDDEN,
              "this origin is not allowed; sql-widgets.cors.allowed-origins lists those that are"));
    }
    if (!isLiveGrid(request, id)) {
      return Optional.of(
          Errors.reply(
              HttpStatus.NOT_FOUND,
              "there is no live grid of this name; it may have been renamed or have a problem, see"
                  + " /problems; then use Refresh backend in Workspace"));
    }
    return Handshake.refusal(request);
  }

  private boolean isLiveGrid(HttpRequest<?> request, String id) {
    return sights
        .snapshot(request)
        .widget(id)
        .filter(widget -> widget.type() == WidgetType.LIVE_GRID)
        .isPresent();
  }

  private static MutableHttpResponse<?> full() {
    return Errors.reply(
            HttpStatus.SERVICE_UNAVAILABLE,
            "as many live grids are open as sql-widgets.live.max-subscribers allows; try again"
                + " later")
        .header(HttpHeaders.RETRY_AFTER, "10");
  }

  /** There is no reply in HTTP's sense: the connection speaks another protocol from here on. */
  private static CompletionStage<HttpResponse<?>> upgrade(
      NettyHttpRequest<?> request, LiveSocket socket) {
    Channel channel = request.getChannelHandlerContext().channel();
    channel.eventLoop().execute(() -> Handshake.perform(channel, request, socket));
    return new CompletableFuture<>();
  }
}

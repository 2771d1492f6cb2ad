package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns an HTTP/1.1 connection into a WebSocket (RFC 6455).
 *
 * <p>Without extensions: compressed frames could blow a small message up to any size.
 */
final class Handshake {
  /** The largest message that a client may send. */
  static final int LARGEST_MESSAGE = 16 * 1024;

  private static final String VERSION = "13";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private Handshake() {}

  /** The reply to a request that does not ask for a WebSocket as it should. */
  static Optional<MutableHttpResponse<?>> refusal(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    if (request.getHttpVersion() != HttpVersion.HTTP_1_1
        || !names(headers.get(HttpHeaders.UPGRADE), "websocket")
        || !names(headers.get(HttpHeaders.CONNECTION), "upgrade")) {
      return Optional.of(
          Errors.reply(
                  HttpStatus.UPGRADE_REQUIRED,
                  "this is the address of a WebSocket; the rows alone are at the address without"
                      + " \"live\"")
              .header(HttpHeaders.UPGRADE, "websocket"));
    }
    if (!VERSION.equals(headers.get(HttpHeaders.SEC_WEBSOCKET_VERSION))) {
      return Optional.of(
          Errors.reply(HttpStatus.UPGRADE_REQUIRED, "only version 13 of WebSocket is spoken here")
              .header(HttpHeaders.UPGRADE, "websocket")
              .header(HttpHeaders.SEC_WEBSOCKET_VERSION, VERSION));
    }
    return hasKeyAndNoBody(headers)
        ? Optional.empty()
        : Optional.of(Errors.reply(HttpStatus.BAD_REQUEST, ErrorTexts.MALFORMED));
  }

  private static boolean hasKeyAndNoBody(HttpHeaders headers) {
    String key = headers.get(HttpHeaders.SEC_WEBSOCKET_KEY);
    return key != null
        && KEY.matcher(key.strip()).matches()
        && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        && headers.contentLength().orElse(0) == 0;
  }

  private static boolean names(@Nullable String list, String word) {
    return list != null
        && Arrays.stream(list.split(",", -1)).anyMatch(one -> one.strip().equalsIgnoreCase(word));
  }

  /** Puts the socket in the place of the server's own handlers; on the connection's event loop. */
  static void perform(Channel channel, NettyHttpRequest<?> request, LiveSocket socket) {
    ChannelPipeline pipeline = channel.pipeline();
    String server = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;
    if (!channel.isActive() || pipeline.context(server) == null) {
      socket.gone();
      return;
    }
    socket.addTo(pipeline, server, new WebSocketFrameAggregator(LARGEST_MESSAGE));
    handshaker(request)
        .handshake(channel, asked(request), null, channel.newPromise())
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    pipeline.remove(server);
    remove(pipeline, ChannelPipelineCustomizer.HANDLER_ACCESS_LOGGER);
    remove(pipeline, ChannelPipelineCustomizer.HANDLER_IDLE_STATE);
    channel.config().setAutoRead(true);
  }

  private static void remove(ChannelPipeline pipeline, String name) {
    if (pipeline.context(name) != null) {
      pipeline.remove(name);
    }
  }

  private static WebSocketServerHandshaker13 handshaker(NettyHttpRequest<?> request) {
    return new WebSocketServerHandshaker13(
        request.getUri().toString(),
        null,
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(LARGEST_MESSAGE)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .build());
  }

  private static FullHttpRequest asked(NettyHttpRequest<?> request) {
    FullHttpRequest asked =
        new DefaultFullHttpRequest(
            io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
            HttpMethod.GET,
            request.getUri().toString(),
            Unpooled.EMPTY_BUFFER);
    asked.headers().set(request.getNativeRequest().headers());
    return asked;
  }
}

package org.sqlwidgets.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows when the client of a request has gone, though its connection may stay.
 *
 * <p>Over HTTP/2 a client gives up a request by resetting its stream. The framework tells that to
 * nobody before the reply has begun, and the query would run on.
 */
@Singleton
final class OpenRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final AttributeKey<Streams> STREAMS = AttributeKey.valueOf("open-requests");
  private static final CharSequence STREAM_ID = ExtensionHeaderNames.STREAM_ID.text();

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    return EachConnection.of(event, OpenRequests::customizer);
  }

  private static NettyServerCustomizer customizer(Channel channel) {
    return new NettyServerCustomizer() {
      @Override
      public void onInitialPipelineBuilt() {
        if (channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP2_CONNECTION)
            instanceof Http2ConnectionHandler http2) {
          Streams streams = new Streams(channel);
          channel.attr(STREAMS).set(streams);
          http2.connection().addListener(streams);
        }
      }
    };
  }

  /** Done once nobody waits for the reply any more: its stream or its connection has ended. */
  static Future<Void> end(NettyHttpRequest<?> request) {
    Channel channel = request.getChannelHandlerContext().channel();
    Streams streams = channel.attr(STREAMS).get();
    return streams == null
        ? channel.closeFuture()
        : streams.end(request.getNativeRequest().headers().getInt(STREAM_ID, 0));
  }

  /** The open streams of one connection. */
  private static final class Streams extends Http2ConnectionAdapter {
    private final Channel channel;
    private final Map<Integer, Promise<Void>> ends = new ConcurrentHashMap<>();

    Streams(Channel channel) {
      this.channel = channel;
    }

    Future<Void> end(int stream) {
      Promise<Void> end = ends.get(stream);
      return end == null ? channel.eventLoop().newSucceededFuture(null) : end;
    }

    @Override
    public void onStreamActive(Http2Stream stream) {
      ends.put(stream.id(), channel.eventLoop().newPromise());
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
      Promise<Void> end = ends.remove(stream.id());
      if (end != null) {
        end.setSuccess(null);
      }
    }
  }
}

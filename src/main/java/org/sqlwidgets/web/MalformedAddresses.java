package org.sqlwidgets.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Lets requests with an address that is none keep their headers until they are refused.
 *
 * <p>The framework would answer them at once, without key, host or origin; so another address that
 * nothing has takes their place, and {@link AccessFilter} refuses that like any other. Over HTTP/2
 * requests have no pipeline of their own; there the frames are seen before they become requests.
 */
@Singleton
final class MalformedAddresses implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  /** What a malformed address becomes: a path with a NUL, malformed in any eyes. */
  static final String ADDRESS = "/%00";

  private static final Handler HANDLER = new Handler();

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    return EachConnection.of(event, MalformedAddresses::customizer);
  }

  private static NettyServerCustomizer customizer(Channel channel) {
    return new NettyServerCustomizer() {
      @Override
      public void onInitialPipelineBuilt() {
        if (channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP2_CONNECTION)
            instanceof Http2ConnectionHandler http2) {
          Http2ConnectionDecoder decoder = http2.decoder();
          decoder.frameListener(new Frames(decoder.frameListener()));
        }
      }

      @Override
      public void onStreamPipelineBuilt() {
        String inbound = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;
        if (channel.pipeline().get(inbound) != null) {
          channel.pipeline().addBefore(inbound, "malformed-addresses", HANDLER);
        }
      }
    };
  }

  @ChannelHandler.Sharable
  private static final class Handler extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request && !isAddress(request.uri())) {
        request.setUri(ADDRESS);
      }
      context.fireChannelRead(message);
    }
  }

  /** The frames of a connection over HTTP/2. */
  private static final class Frames extends Http2FrameListenerDecorator {
    Frames(Http2FrameListener next) {
      super(next);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean end)
        throws Http2Exception {
      super.onHeadersRead(context, stream, readable(headers), padding, end);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext context,
        int stream,
        Http2Headers headers,
        int dependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean end)
        throws Http2Exception {
      super.onHeadersRead(
          context, stream, readable(headers), dependency, weight, exclusive, padding, end);
    }

    /** Headers at the end of a body have no address. */
    private static Http2Headers readable(Http2Headers headers) {
      CharSequence address = headers.path();
      return address == null || isAddress(address.toString()) ? headers : headers.path(ADDRESS);
    }
  }

  /** Whether an address can be read; what is odd in a path alone is taken as if encoded. */
  static boolean isAddress(String text) {
    return (text.startsWith("/") && !text.startsWith("//")) || isUri(text);
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

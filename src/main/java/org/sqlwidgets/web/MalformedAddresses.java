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
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Lets requests with an address that is none keep their headers until they are refused.
 *
 * <p>The framework would answer them at once, without key, host or origin; so another address that
 * nothing has takes their place, and {@link AccessFilter} refuses that like any other. Requests
 * over HTTP/2 pass by: they have no pipeline of their own.
 */
@Singleton
final class MalformedAddresses implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  /** What a malformed address becomes: a path with a NUL, malformed in any eyes. */
  static final String ADDRESS = "/%00";

  private static final Handler HANDLER = new Handler();

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(
        new NettyServerCustomizer() {
          @Override
          public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? customizer(channel) : this;
          }
        });
    return registry;
  }

  private static NettyServerCustomizer customizer(Channel channel) {
    return new NettyServerCustomizer() {
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

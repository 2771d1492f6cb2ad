package org.sqlwidgets.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections whose body is cut into chunks that cannot be read (RFC 9112 §7.1).
 *
 * <p>Nobody can tell where the next request begins; a reply that is under way still goes out.
 */
@Singleton
final class BrokenBodies implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final int REPLY_SECONDS = 1;

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new OfConnection(null));
    return event.getBean();
  }

  /** Puts the watch into a connection once it speaks HTTP. */
  private record OfConnection(@org.jspecify.annotations.Nullable Channel channel)
      implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel own, ChannelRole role) {
      return new OfConnection(own);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel == null) {
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      String server = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;
      if (pipeline.context(server) != null) {
        pipeline.addBefore(server, "broken-bodies", new Watch());
      }
    }
  }

  /** Sees each piece of a body before the server does. */
  private static final class Watch extends ChannelInboundHandlerAdapter {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the connection may be gone by then
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      boolean broken = message instanceof HttpContent part && part.decoderResult().isFailure();
      ctx.fireChannelRead(message);
      if (broken) {
        ctx.executor().schedule((Runnable) ctx::close, REPLY_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}

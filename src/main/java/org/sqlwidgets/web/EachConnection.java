package org.sqlwidgets.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import java.util.function.Function;

/** Looks at each connection of a client when it comes. */
final class EachConnection {
  /** Leaves the connection as it is from then on. */
  static final NettyServerCustomizer NOTHING_MORE = new NettyServerCustomizer() {};

  private EachConnection() {}

  /** Hands each connection to a function, which says what is done with it later. */
  static NettyServerCustomizer.Registry of(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event,
      Function<Channel, NettyServerCustomizer> comes) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(
        new NettyServerCustomizer() {
          @Override
          public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? comes.apply(channel) : this;
          }
        });
    return registry;
  }
}

package org.sqlwidgets.web;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.live.LiveConfiguration;
import org.sqlwidgets.live.Subscriber;
import org.sqlwidgets.live.Subscription;
import org.sqlwidgets.openbb.ParamsMessage;

/**
 * One open WebSocket: takes the client's params, sends it rows.
 *
 * <p>Rows wait in memory only up to a bound; a client that takes none for a while is dropped, and
 * so is one that answers no ping. All of its state belongs to the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a frame that cannot be sent closes the connection
final class LiveSocket extends ChannelDuplexHandler implements Subscriber {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

  /** With more than this unsent a client gets nothing new; one message may be larger. */
  private static final WriteBufferWaterMark UNSENT =
      new WriteBufferWaterMark(256 * 1024, 1024 * 1024);

  private static final WebSocketCloseStatus TOO_BIG = WebSocketCloseStatus.MESSAGE_TOO_BIG;
  private static final long CLOSING_SECONDS = 5;
  private static final int MOST_MESSAGES = 100;
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private final long ping;
  private final long patience;
  private volatile @Nullable Subscription subscription;
  private volatile @Nullable Channel channel;
  private @Nullable Future<?> behind;
  private @Nullable Future<?> lastResort;
  private boolean asked;
  private boolean closing;
  private long windowBegan = System.nanoTime();
  private int messages;

  LiveSocket(LiveConfiguration settings) {
    ping = settings.ping().toMillis();
    patience = settings.patience().toMillis();
  }

  /** Its part in the live grids; set before anything else. */
  void belongsTo(Subscription part) {
    subscription = part;
  }

  private Subscription subscription() {
    return Objects.requireNonNull(subscription);
  }

  /** Takes its place in front of a handler, behind one that puts messages together. */
  void addTo(ChannelPipeline pipeline, String before, WebSocketFrameAggregator aggregator) {
    Channel connection = pipeline.channel();
    connection.config().setWriteBufferWaterMark(UNSENT);
    channel = connection;
    pipeline.addBefore(
        before, "live-idle", new IdleStateHandler(ping, 0, 0, TimeUnit.MILLISECONDS));
    pipeline.addBefore(before, "live-messages", aggregator);
    pipeline.addBefore(before, "live-socket", this);
  }

  /** The connection is no more. */
  void gone() {
    subscription().leave();
  }

  @Override
  public boolean rows(byte[] json) {
    Channel connection = channel;
    if (connection == null || !connection.isActive()) {
      return false;
    }
    if (!connection.isWritable()) {
      connection.eventLoop().execute(() -> fallBehind(connection));
      return false;
    }
    connection.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)));
    return true;
  }

  /** From here on the client has so much time to take what is unsent. */
  private void fallBehind(Channel connection) {
    if (connection.isWritable()) {
      subscription().resume();
    } else if (behind == null) {
      behind = connection.eventLoop().schedule(this::drop, patience, TimeUnit.MILLISECONDS);
    }
  }

  private void drop() {
    LOG.info("a client of a live grid takes no rows and is dropped");
    close(WebSocketCloseStatus.POLICY_VIOLATION, "rows are not taken fast enough");
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable() && behind != null) {
      behind.cancel(false);
      behind = null;
      subscription().resume();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void end(End why) {
    Channel connection = channel;
    if (connection != null) {
      connection.eventLoop().execute(() -> close(status(why), reason(why)));
    }
  }

  private static WebSocketCloseStatus status(End why) {
    return switch (why) {
      case GONE, STOPPING -> WebSocketCloseStatus.ENDPOINT_UNAVAILABLE;
      case FULL -> WebSocketCloseStatus.TRY_AGAIN_LATER;
    };
  }

  private static String reason(End why) {
    return switch (why) {
      case GONE -> "the widget is no longer served";
      case FULL -> "too many different views are open; try again later";
      case STOPPING -> "the server stops";
    };
  }

  /** Says why; the client has a little time to read that and to close the connection itself. */
  private void close(WebSocketCloseStatus status, String reason) {
    Channel connection = channel;
    if (closing || connection == null) {
      return;
    }
    closing = true;
    connection.writeAndFlush(new CloseWebSocketFrame(status, reason));
    lastResort =
        connection
            .eventLoop()
            .schedule((Runnable) connection::close, CLOSING_SECONDS, TimeUnit.SECONDS);
    gone();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      asked = false;
      if (message instanceof CloseWebSocketFrame bye) {
        answer(ctx, bye);
      } else if (message instanceof WebSocketFrame frame && !closing) {
        read(ctx, frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(ChannelHandlerContext ctx, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> read(ByteBufUtil.getBytes(text.content()));
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case PongWebSocketFrame pong -> {}
      default -> close(WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "only text is understood");
    }
  }

  /** The client's own end is answered with the same; its answer to ours is the end. */
  private void answer(ChannelHandlerContext ctx, CloseWebSocketFrame bye) {
    if (closing) {
      ctx.close();
    } else {
      closing = true;
      gone();
      ctx.writeAndFlush(bye.retainedDuplicate()).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void read(byte[] text) {
    if (System.nanoTime() - windowBegan > WINDOW_NANOS) {
      windowBegan = System.nanoTime();
      messages = 0;
    }
    if (++messages > MOST_MESSAGES) {
      close(WebSocketCloseStatus.POLICY_VIOLATION, "too many messages");
      return;
    }
    try {
      subscription().show(ParamsMessage.read(text));
    } catch (ParamsMessage.UnreadableException e) {
      close(WebSocketCloseStatus.POLICY_VIOLATION, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof IdleStateEvent)) {
      ctx.fireUserEventTriggered(event);
    } else if (asked) {
      LOG.info("a client of a live grid answers no more and is dropped");
      close(WebSocketCloseStatus.POLICY_VIOLATION, "no answer to a ping");
    } else {
      asked = true;
      ctx.writeAndFlush(new PingWebSocketFrame());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (isTooLong(cause)) {
      close(TOO_BIG, "a message has at most %d bytes".formatted(Handshake.LARGEST_MESSAGE));
    } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      close(corrupted.closeStatus(), "what was sent is no frame of a WebSocket");
    } else {
      LOG.debug("the socket of a live grid failed", cause);
      ctx.close();
    }
  }

  private static boolean isTooLong(Throwable cause) {
    return cause instanceof TooLongFrameException
        || (cause instanceof CorruptedWebSocketFrameException corrupted
            && corrupted.closeStatus().equals(TOO_BIG));
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    cancel(behind);
    cancel(lastResort);
    gone();
    ctx.fireChannelInactive();
  }

  private static void cancel(@Nullable Future<?> due) {
    if (due != null) {
      due.cancel(false);
    }
  }

  /** Whoever else ends the connection, as the server does when it stops: the client is told. */
  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (!closing && ctx.channel().isActive()) {
      closing = true;
      ctx.writeAndFlush(
          new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE, "the server stops"));
    }
    ctx.close(promise);
  }
}

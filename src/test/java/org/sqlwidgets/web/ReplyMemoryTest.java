package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory is taken by what is written, and given back when it was sent or thrown away. */
class ReplyMemoryTest {
  private static final int LENGTH = 400_000;

  private final ReplyMemory memory = new ReplyMemory(1_000_000);
  private final NettyByteBodyFactory bodies = new NettyByteBodyFactory(new EmbeddedChannel());

  private WholeReply reply(ReplyMemory.Share share) {
    List<ByteBuffer> pieces =
        List.of(ByteBuffer.wrap(new byte[300_000]), ByteBuffer.wrap(new byte[200_000], 0, 100_000));
    return WholeReply.of(pieces, LENGTH, "text/plain", share);
  }

  @Test
  void share_growsAsLongAsThereIsRoom() {
    ReplyMemory.Share first = memory.share();
    ReplyMemory.Share second = memory.share();
    assertThat(first.grow(600_000)).isTrue();
    assertThat(second.grow(300_000)).isTrue();
    assertThat(second.grow(500_000)).isFalse();
    assertThat(memory.held()).isEqualTo(900_000);
    first.release();
    assertThat(second.grow(500_000)).isTrue();
    second.release();
    assertThat(memory.held()).isZero();
  }

  @Test
  void smallReply_isNotCounted() {
    ReplyMemory.Share share = memory.share();
    assertThat(share.grow(ReplyMemory.SMALL)).isTrue();
    assertThat(memory.held()).isZero();
  }

  @Test
  void bodies_areCountedUntilTheLastIsReadOrThrownAway() {
    ReplyMemory.Share share = memory.share();
    assertThat(share.grow(LENGTH)).isTrue();
    WholeReply reply = reply(share);
    ByteBody read = reply.body(bodies, true);
    ByteBody thrownAway = reply.body(bodies, true);
    share.release();
    assertThat(read.buffer().toCompletableFuture().join().toByteArray()).hasSize(LENGTH);
    assertThat(memory.held()).isEqualTo(LENGTH);
    ((CloseableByteBody) thrownAway).close();
    assertThat(memory.held()).isZero();
  }

  @Test
  void replyThatIsStreamed_givesItsPartBack() {
    ReplyMemory.Share share = memory.share();
    assertThat(share.grow(LENGTH)).isTrue();
    share.clear();
    assertThat(memory.held()).isZero();
    share.release();
    assertThat(memory.held()).isZero();
  }
}

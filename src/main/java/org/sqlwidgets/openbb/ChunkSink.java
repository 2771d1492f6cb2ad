package org.sqlwidgets.openbb;

/** Receives a reply piece by piece, in order. */
@FunctionalInterface
public interface ChunkSink {

  /**
   * Takes a piece of the reply; it may block until the client can take more.
   *
   * @param chunk owned by the sink from now on
   * @param length how many bytes of it count, at least 1
   */
  void accept(byte[] chunk, int length);
}

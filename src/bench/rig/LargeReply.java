package rig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One large reply, and what the server's heap held of live objects meanwhile.
 *
 * @param bytes of the reply
 * @param seconds it took, with the looks at the heap
 * @param before bytes of live objects before
 * @param most the same, at most meanwhile
 * @param after the same afterwards
 */
public record LargeReply(long bytes, double seconds, long before, long most, long after) {

  /** Reads a reply, and looks at the heap whenever so many bytes more have come. */
  public static LargeReply read(Server server, String path, long step)
      throws IOException, InterruptedException {
    long before = liveHeap(server);
    long most = before;
    long start = System.nanoTime();
    long bytes = 0;
    long next = step;
    try (InputStream body = server.open(path).body()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > next) {
          most = Math.max(most, liveHeap(server));
          next += step;
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new LargeReply(bytes, seconds, before, most, liveHeap(server));
  }

  /** Bytes of live objects: the total line of a histogram, which is taken after a collection. */
  public static long liveHeap(Server server) throws IOException, InterruptedException {
    Path jcmd = Path.of(Program.java()).resolveSibling("jcmd");
    String pid = String.valueOf(server.process().pid());
    String histogram = Program.run(Map.of(), List.of(jcmd.toString(), pid, "GC.class_histogram"));
    String last = histogram.lines().reduce("", (before, line) -> line);
    return Long.parseLong(last.strip().split("\\s+")[2]);
  }

  /** By how many bytes the live objects grew at most. */
  public long growth() {
    return most - before;
  }

  @Override
  public String toString() {
    return "%,d bytes in %.1f s; live heap %d MB before, at most %d MB meanwhile, %d MB after"
        .formatted(bytes, seconds, before >> 20, most >> 20, after >> 20);
  }
}

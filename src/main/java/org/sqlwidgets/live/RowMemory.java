package org.sqlwidgets.live;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.openbb.WrittenRows;

/**
 * Remembers how each row was last written, to tell which ones have changed.
 *
 * <p>Keeps 128 bits of a digest for each row, so that its size depends on the number of rows alone.
 */
final class RowMemory {
  private final MessageDigest digest = digest();
  private Map<String, Known> known = Map.of();

  /**
   * A row as it was written.
   *
   * @param place its number among the rows
   */
  private record Known(int place, long high, long low) {
    boolean isLike(Known other) {
      return high == other.high && low == other.low;
    }
  }

  /**
   * What one run of the query has brought.
   *
   * @param changed the rows that are new or not as they were; of rows with one id the last
   * @param repeated an id that more than one row has
   */
  record Changes(BitSet changed, Optional<String> repeated) {}

  /** Compares the rows with those before and remembers them; rows that are gone are forgotten. */
  Changes update(WrittenRows rows) {
    Map<String, Known> now = HashMap.newHashMap(rows.count());
    BitSet changed = new BitSet(rows.count());
    Optional<String> repeated = Optional.empty();
    for (int i = 0; i < rows.count(); i++) {
      Known row = known(i, rows.row(i));
      Known before = known.get(rows.id(i));
      changed.set(i, before == null || !before.isLike(row));
      Known twin = now.put(rows.id(i), row);
      if (twin != null) {
        changed.clear(twin.place());
        repeated = Optional.of(rows.id(i));
      }
    }
    known = now;
    return new Changes(changed, repeated);
  }

  private Known known(int place, ByteBuffer row) {
    digest.update(row);
    ByteBuffer bits = ByteBuffer.wrap(digest.digest());
    return new Known(place, bits.getLong(), bits.getLong());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

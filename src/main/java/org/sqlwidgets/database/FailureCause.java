package org.sqlwidgets.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a database did not do something, by the SQL states of its errors; the surest first. */
public enum FailureCause {
  /** Its disk is full or broken; nothing was changed. */
  DISK,
  /** It cannot be reached, or the connection broke, which may have been after a change. */
  CONNECTION,
  /** Somebody else holds the rows, for longer than it waits; nothing was changed. */
  LOCKED,
  /** Anything else. */
  OTHER;

  /** Of PostgreSQL: no room, and an error of its files. */
  private static final Set<String> DISK_STATES = Set.of("53100", "58030");

  /** Of H2: a file cannot be written or read, was given up for that, or takes no changes yet. */
  private static final Set<String> H2_DISK_STATES =
      Set.of("90028", "90031", "90097", "90098", "90121");

  /** A lock that is not to be had in time, a deadlock, a change meanwhile, as each says it. */
  private static final Set<String> LOCK_STATES =
      Set.of("55P03", "40P01", "40001", "57014", "HYT00", "90131");

  /** By the errors of the database among the causes and what was suppressed. */
  public static FailureCause of(Throwable failure) {
    return states(failure).map(FailureCause::ofState).min(Comparator.naturalOrder()).orElse(OTHER);
  }

  private static Stream<String> states(@Nullable Throwable failure) {
    if (failure == null) {
      return Stream.empty();
    }
    Stream<String> own =
        failure instanceof SQLException error
            ? Stream.ofNullable(error.getSQLState())
            : Stream.empty();
    Stream<String> suppressed =
        Arrays.stream(failure.getSuppressed()).flatMap(FailureCause::states);
    return Stream.of(own, suppressed, states(failure.getCause())).flatMap(found -> found);
  }

  private static FailureCause ofState(String state) {
    if (DISK_STATES.contains(state) || H2_DISK_STATES.contains(state)) {
      return DISK;
    }
    if (LOCK_STATES.contains(state)) {
      return LOCKED;
    }
    return state.startsWith("08") || state.startsWith("57P") ? CONNECTION : OTHER;
  }
}

package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader's connection to PostgreSQL must be, whatever the settings say: values come as the
 * server's own text, points in time in the configured zone.
 *
 * <p>The driver would otherwise change to binary values after some runs, and would give the session
 * the time zone of this process.
 */
final class PostgresReader {
  private static final String BINARY = "binaryTransfer";
  private static final String NEVER_BINARY = "binaryTransferDisable";
  private static final Set<String> BINARY_PARAMETERS =
      Set.of(BINARY, "binaryTransferEnable", NEVER_BINARY);

  /** The part of the memory that the rows of one exchange with the database may take. */
  private static final String MOST_AT_ONCE = "10p";

  private PostgresReader() {}

  static void configure(HikariConfig config, ZoneId zone) {
    config.setJdbcUrl(withoutBinaryParameters(config.getJdbcUrl()));
    BINARY_PARAMETERS.forEach(config.getDataSourceProperties()::remove);
    config.addDataSourceProperty(BINARY, "false");
    // The driver's own classes for these ask for binary values all the same.
    config.addDataSourceProperty(NEVER_BINARY, "POINT,BOX");
    config.getDataSourceProperties().putIfAbsent("maxResultBuffer", MOST_AT_ONCE);
    config.setConnectionInitSql(withZone(config.getConnectionInitSql(), zone));
  }

  /** In the address they would win over the properties of the pool. */
  static String withoutBinaryParameters(String url) {
    int start = url.indexOf('?');
    if (start < 0) {
      return url;
    }
    String kept =
        Arrays.stream(url.substring(start + 1).split("&"))
            .filter(parameter -> !BINARY_PARAMETERS.contains(parameter.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? url.substring(0, start) : url.substring(0, start + 1) + kept;
  }

  /** A given statement comes first, so that it cannot change the zone. */
  private static String withZone(@Nullable String given, ZoneId zone) {
    return given == null ? setZone(zone) : given + "; " + setZone(zone);
  }

  /** An offset is set as an interval: in {@code '+02:00'} PostgreSQL reads the sign backwards. */
  static String setZone(ZoneId zone) {
    return "SET TIME ZONE "
        + switch (zone.normalized()) {
          case ZoneOffset offset when offset.equals(ZoneOffset.UTC) -> "'UTC'";
          case ZoneOffset offset ->
              "INTERVAL '" + offset.getId() + "' HOUR TO " + unit(offset.getTotalSeconds());
          case ZoneId region -> "'" + region.getId() + "'";
        };
  }

  private static String unit(int seconds) {
    return seconds % 60 == 0 ? "MINUTE" : "SECOND";
  }
}

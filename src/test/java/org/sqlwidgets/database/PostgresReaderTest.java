package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresReaderTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d, jdbc:postgresql://h/d",
    "jdbc:postgresql://h/d?binaryTransfer=true, jdbc:postgresql://h/d",
    "jdbc:postgresql://h/d?a=b&binaryTransferEnable=23&c=d, jdbc:postgresql://h/d?a=b&c=d",
    "jdbc:postgresql://h/d?binaryTransferDisable=&ssl=true, jdbc:postgresql://h/d?ssl=true",
  })
  void binaryValues_cannotBeAskedForInTheAddress(String given, String used) {
    assertThat(PostgresReader.withoutBinaryParameters(given)).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "UTC, SET TIME ZONE 'UTC'",
        "Z, SET TIME ZONE 'UTC'",
        "Europe/Zurich, SET TIME ZONE 'Europe/Zurich'",
        "+05:30, SET TIME ZONE INTERVAL '+05:30' HOUR TO MINUTE",
        "UTC-8, SET TIME ZONE INTERVAL '-08:00' HOUR TO MINUTE",
        "+01:02:03, SET TIME ZONE INTERVAL '+01:02:03' HOUR TO SECOND"
      })
  void zone_isSetInTheServersWords(String zone, String sql) {
    assertThat(PostgresReader.setZone(ZoneId.of(zone))).isEqualTo(sql);
  }

  @Test
  void configuration_keepsWhatItDoesNotForce() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://h/d?ssl=true");
    config.setConnectionInitSql("SET work_mem = '64MB'");
    config.addDataSourceProperty("binaryTransferEnable", "INT4");
    PostgresReader.configure(config, ZoneOffset.UTC);
    assertThat(config.getJdbcUrl()).isEqualTo("jdbc:postgresql://h/d?ssl=true");
    assertThat(config.getConnectionInitSql())
        .isEqualTo("SET work_mem = '64MB'; SET TIME ZONE 'UTC'");
    assertThat(config.getDataSourceProperties())
        .containsEntry("binaryTransfer", "false")
        .doesNotContainKey("binaryTransferEnable");
  }
}

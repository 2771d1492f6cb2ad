package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class H2UrlTest {
  private static final String COMMON =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,MONTH,YEAR,DAY,KEY,USER";

  @Test
  void owner_getsAllSettings() {
    assertThat(url("jdbc:h2:mem:a").forOwner())
        .isEqualTo(
            "jdbc:h2:mem:a"
                + COMMON
                + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
  }

  @Test
  void reader_getsOnlyWhatNeedsNoAdminRights() {
    assertThat(url("jdbc:h2:mem:a;DB_CLOSE_DELAY=-1").forReader())
        .isEqualTo("jdbc:h2:mem:a" + COMMON + ";LAZY_QUERY_EXECUTION=1");
  }

  @Test
  void givenSetting_winsOverOurs() {
    H2Url url = url("jdbc:h2:mem:a;non_keywords=VALUE;CACHE_SIZE=9000");
    assertThat(url.forOwner()).contains(";NON_KEYWORDS=VALUE;").endsWith(";CACHE_SIZE=9000");
    assertThat(url.forReader()).contains(";NON_KEYWORDS=VALUE;");
  }

  @Test
  void escapedSemicolon_staysInItsSetting() {
    assertThat(url("jdbc:h2:mem:a;INIT=SET @a=1\\;SET @b=2").forOwner())
        .endsWith(";INIT=SET @a=1\\;SET @b=2");
  }

  @Test
  void file_isThePathWithoutEnding() {
    assertThat(url("jdbc:h2:file:./data/a").file()).contains(Path.of("./data/a"));
    assertThat(url("jdbc:h2:/srv/a").file()).contains(Path.of("/srv/a"));
    assertThat(url("jdbc:h2:~/a").file()).contains(Path.of(System.getProperty("user.home"), "a"));
    assertThat(url("jdbc:h2:mem:a").file()).isEmpty();
  }

  @Test
  void label_isPathOrName() {
    assertThat(url("jdbc:h2:file:./data/a").label()).isEqualTo("./data/a");
    assertThat(url("jdbc:h2:mem:a").label()).isEqualTo("mem:a");
  }

  @Test
  void otherDatabase_isNotInThisProcess() {
    assertThat(H2Url.inThisProcess("key", "jdbc:postgresql:a")).isEmpty();
    assertThat(H2Url.inThisProcess("key", "jdbc:h2:ssl://host/a")).isEmpty();
  }

  private static H2Url url(String text) {
    return H2Url.inThisProcess("datasources.default.url", text).orElseThrow();
  }
}

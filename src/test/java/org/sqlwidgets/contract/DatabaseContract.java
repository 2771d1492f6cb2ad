package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.sql.SqlDialect;

/** Everything that widget-file §8 and §9 promise, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract
    implements WireContract,
        ParamContract,
        MultiValueContract,
        ZoneContract,
        MetricContract,
        MarkdownContract,
        CsvContract,
        ClauseContract,
        HtmlContract,
        ChartContract,
        FullFigureContract,
        FormerIdContract,
        SsrmContract,
        NewsfeedContract,
        AddressContract,
        LiveContract,
        LiveGuardContract,
        LiveEndContract,
        ColumnContract,
        FileContract,
        OmniContract,
        BriefContract,
        ErrorContract,
        EntityTagContract,
        DataPathContract,
        CacheContract,
        BlockCacheContract,
        BackPressureContract,
        SlowQueryContract,
        MetricsContract,
        RowLimitContract,
        ExpectationContract,
        LargeReplyContract,
        ClientGoneContract,
        WriteAttemptContract,
        SchemaChangeContract {
  private final TestedDatabase database;
  private ContractServer server;

  DatabaseContract(TestedDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        ContractServer.start(
            folder,
            database,
            Map.of(
                "sql-widgets.live.patience",
                "1s",
                "sql-widgets.live.max-groups",
                LiveEndContract.MOST_VIEWS));
    if (database.dialect() == SqlDialect.POSTGRESQL) {
      database.execute(
          "CREATE TYPE mood AS ENUM ('sad','quite ok','it''s (good), I say')",
          "CREATE TYPE pair AS (a integer, b text)");
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A reply may be read a moment before its connection is back in the pool. */
  @AfterEach
  void everyConnection_isGivenBack() {
    assertThat(Until.within(Duration.ofSeconds(5), () -> server.busyConnections() == 0))
        .as("no connection is in use")
        .isTrue();
  }

  @Override
  public ContractServer server() {
    return server;
  }
}

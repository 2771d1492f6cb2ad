package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of actions with which the server does not start, whatever the database. */
class FormAccessTest extends H2PerTest {
  private void start(Map<String, Object> settings) {
    FormServer.start(folder(), database(), settings).close();
  }

  @Test
  void datasourceOfTheOwnerOrOfWidgets_isNeverForActions() {
    for (String name : new String[] {"default", "widgets"}) {
      assertThatThrownBy(() -> start(Map.of("sql-widgets.actions.datasource", name)))
          .hasStackTraceContaining(
              "sql-widgets.actions.datasource is \""
                  + name
                  + "\"; expected a datasource of its own");
    }
  }

  @Test
  void datasourceThatIsNotThere_stopsTheStart() {
    assertThatThrownBy(() -> start(Map.of("sql-widgets.actions.datasource", "ledger")))
        .hasStackTraceContaining("datasources.ledger.url is not set");
  }
}

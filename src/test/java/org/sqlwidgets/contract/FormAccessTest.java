package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;

/** Who may send forms, and that nobody may unless the operator says so. */
class FormAccessTest extends H2PerTest {
  private static final String ADD =
      "-- ---\n-- datasource: options\n-- ---\n"
          + "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('regions', :value)\n";

  private static final String WIDGET =
      "-- ---\n-- params: [{ type: form, action: add }]\n-- ---\nSELECT 1 AS one\n";

  private static final String KEY = "0123456789abcdef";
  private static final String ADMIN_KEY = "admin-0123456789abcdef";

  private FormServer start(Map<String, Object> settings) {
    FormServer server = FormServer.start(folder(), database(), settings);
    server.write("actions/add.sql", ADD);
    server.write("form.sql", WIDGET);
    return server;
  }

  @Test
  void actions_areOff_unlessTheyAreSwitchedOn() {
    try (FormServer server = start(Map.of("sql-widgets.actions.enabled", false))) {
      HttpReply reply = server.post("add", "{\"value\":\"moon\"}");
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.json().path("message").asText())
          .startsWith("actions are off")
          .contains("sql-widgets.actions.enabled=true");
      assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
      assertThat(server.post("nothing", "{}").status()).isEqualTo(403);
      assertThat(database().texts("SELECT value FROM sql_widgets.lookup_option"))
          .doesNotContain("moon");
      assertThat(server.http().get("/widgets.json").text()).doesNotContain("inputParams");
      assertThat(server.http().get("/widgets/form").status()).isEqualTo(200);
      assertThat(server.problems()).singleElement().asString().contains("the form is not shown");
    }
  }

  @Test
  void withKeys_optionsNeedTheRoleAdmin_andTheKeysNameIsNoted() {
    Map<String, Object> keys =
        Map.of(
            "sql-widgets.api-keys",
            KEY,
            "sql-widgets.keys",
            List.of(Map.of("name", "ops", "key", ADMIN_KEY, "role", "admin")));
    try (FormServer server = start(keys);
        LogLines audit = new LogLines("sql-widgets.audit")) {
      assertThat(server.post("add", "{\"value\":\"moon\"}").status()).isEqualTo(401);
      assertThat(server.post("add", "{\"value\":\"moon\"}", "X-API-KEY: wrong-key").status())
          .isEqualTo(401);
      assertThat(
              database().texts("SELECT value FROM sql_widgets.lookup_option WHERE value = 'moon'"))
          .isEmpty();
      HttpReply reader = server.post("add", "{\"value\":\"moon\"}", "X-API-KEY: " + KEY);
      assertThat(reader.status()).isEqualTo(403);
      assertThat(reader.json().path("detail").asText())
          .isEqualTo("options are changed with a key of the role admin only");
      assertThat(
              database().texts("SELECT value FROM sql_widgets.lookup_option WHERE value = 'moon'"))
          .isEmpty();
      HttpReply admin =
          server.post(
              "add", "{\"value\":\"moon\"}", "X-API-KEY: " + ADMIN_KEY, "X-OpenBB-User: ann");
      assertThat(admin.status()).isEqualTo(200);
      assertThat(database().texts("SELECT api_key FROM sql_widgets.action_log"))
          .containsExactly("ops");
      assertThat(audit.lines())
          .containsExactly(
              "audit refused login key=- user=- address=127.0.0.1 what=\"a wrong API key for"
                  + " /actions/add\"",
              "audit refused option_change key=\"key 1\" user=- address=127.0.0.1 what=\"action"
                  + " add: the key has not the role admin\"",
              "audit done option_change key=\"ops\" user=\"ann\" address=127.0.0.1 what=\"action"
                  + " add\"");
    }
  }

  /** The rows are changed by then; an error would have the client send them again. */
  @Test
  void actionWhoseChangeCannotBeShown_hasDoneItsWorkAllTheSame() {
    AtomicBoolean broken = new AtomicBoolean();
    try (FormServer server = start(Map.of());
        LogLines log = new LogLines("org.sqlwidgets.action.ActionDesk")) {
      WidgetRegistry registry = server.http().context().getBean(WidgetRegistry.class);
      registry.onChange(
          snapshot -> {
            if (broken.get()) {
              throw new IllegalStateException("no snapshot today");
            }
          });
      database().execute("GRANT INSERT ON sql_widgets.lookup TO " + FormServer.WRITER);
      server.write(
          "actions/make.sql",
          "INSERT INTO sql_widgets.lookup (name, description) VALUES (:name, 'Made')\n");
      broken.set(true);
      HttpReply reply = server.post("make", "{\"name\":\"made\"}");
      broken.set(false);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(database().texts("SELECT name FROM sql_widgets.lookup WHERE name = 'made'"))
          .hasSize(1);
      assertThat(log.lines())
          .containsExactly("looking for changed lookups failed; what is served stays");
    }
  }

  @Test
  void datasourceOfTheOwnerOrOfWidgets_isNeverForActions() {
    for (String name : new String[] {"default", "widgets"}) {
      assertThatThrownBy(() -> start(Map.of("sql-widgets.actions.datasource", name)).close())
          .hasStackTraceContaining(
              "sql-widgets.actions.datasource is \""
                  + name
                  + "\"; expected a datasource of its own");
    }
  }

  @Test
  void datasourceThatIsNotThere_stopsTheStart() {
    assertThatThrownBy(() -> start(Map.of("sql-widgets.actions.datasource", "ledger")).close())
        .hasStackTraceContaining("datasources.ledger.url is not set");
  }

  @Test
  void datasourceForActions_runsNoWidgets() {
    try (FormServer server = start(Map.of())) {
      assertThat(server.write("w.sql", "-- ---\n-- datasource: options\n-- ---\nSELECT 1 AS one\n"))
          .singleElement()
          .asString()
          .contains("no datasource \"options\" is configured");
    }
  }
}

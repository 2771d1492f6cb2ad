package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;

/** Who may send forms, and that nobody may unless the operator says so. */
interface FormAccessContract {
  String ADD =
      "-- ---\n-- datasource: options\n-- ---\n"
          + "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('regions', :value)\n";

  String WIDGET = "-- ---\n-- params: [{ type: form, action: add }]\n-- ---\nSELECT 1 AS one\n";

  String KEY = "0123456789abcdef";
  String ADMIN_KEY = "admin-0123456789abcdef";
  String MARS = "{\"value\":\"mars\"}";

  /** A server with actions. */
  FormServer server();

  TestedDatabase database();

  /** A server over another database, with a form that adds an option. */
  private static FormServer start(
      Path folder, TestedDatabase database, Map<String, Object> settings) {
    FormServer server = FormServer.start(folder, database, settings);
    server.write("actions/add.sql", ADD);
    server.write("form.sql", WIDGET);
    return server;
  }

  private static List<String> added(TestedDatabase database) {
    return database.texts("SELECT value FROM sql_widgets.lookup_option WHERE value = 'mars'");
  }

  @Test
  default void actions_areOff_unlessTheyAreSwitchedOn(@TempDir Path folder) throws SQLException {
    TestedDatabase other = database().another();
    try (Connection kept = other.asOwner();
        FormServer server = start(folder, other, Map.of("sql-widgets.actions.enabled", false))) {
      HttpReply reply = server.post("add", MARS);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.json().path("message").asText())
          .startsWith("actions are off")
          .contains("sql-widgets.actions.enabled=true");
      assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
      assertThat(kept.isClosed()).isFalse();
      assertThat(server.post("nothing", "{}").status()).isEqualTo(403);
      assertThat(added(other)).isEmpty();
      assertThat(server.http().get("/widgets.json").text()).doesNotContain("inputParams");
      assertThat(server.http().get("/widgets/form").status()).isEqualTo(200);
      assertThat(server.problems()).singleElement().asString().contains("the form is not shown");
    }
  }

  @Test
  default void withKeys_optionsNeedTheRoleAdmin_andTheKeysNameIsNoted(@TempDir Path folder)
      throws SQLException {
    Map<String, Object> keys =
        Map.of(
            "sql-widgets.api-keys",
            KEY,
            "sql-widgets.keys",
            List.of(Map.of("name", "ops", "key", ADMIN_KEY, "role", "admin")));
    TestedDatabase other = database().another();
    try (Connection kept = other.asOwner();
        FormServer server = start(folder, other, keys);
        LogLines audit = new LogLines("sql-widgets.audit")) {
      assertThat(server.post("add", MARS).status()).isEqualTo(401);
      assertThat(server.post("add", MARS, "X-API-KEY: wrong-key").status()).isEqualTo(401);
      assertThat(added(other)).isEmpty();
      assertThat(kept.isClosed()).isFalse();
      HttpReply reader = server.post("add", MARS, "X-API-KEY: " + KEY);
      assertThat(reader.status()).isEqualTo(403);
      assertThat(reader.json().path("detail").asText())
          .isEqualTo("options are changed with a key of the role admin only");
      assertThat(added(other)).isEmpty();
      HttpReply admin = server.post("add", MARS, "X-API-KEY: " + ADMIN_KEY, "X-OpenBB-User: ann");
      assertThat(admin.status()).isEqualTo(200);
      assertThat(other.texts("SELECT api_key FROM sql_widgets.action_log")).containsExactly("ops");
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
  default void actionWhoseChangeCannotBeShown_hasDoneItsWorkAllTheSame() {
    AtomicBoolean broken = new AtomicBoolean();
    FormServer server = server();
    try (LogLines log = new LogLines("org.sqlwidgets.action.ActionDesk")) {
      WidgetRegistry registry = server.http().context().getBean(WidgetRegistry.class);
      registry.onChange(
          snapshot -> {
            if (broken.get()) {
              throw new IllegalStateException("no snapshot today");
            }
          });
      database().execute("GRANT INSERT ON sql_widgets.lookup TO " + FormServer.WRITER);
      if (database().dialect() == SqlDialect.POSTGRESQL) {
        database().execute("GRANT USAGE ON SCHEMA sql_widgets TO " + FormServer.WRITER);
      }
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
    server.delete("actions/make.sql");
  }

  @Test
  default void datasourceForActions_runsNoWidgets() {
    assertThat(server().write("w.sql", "-- ---\n-- datasource: options\n-- ---\nSELECT 1 AS one\n"))
        .singleElement()
        .asString()
        .contains("no datasource \"options\" is configured");
    server().delete("w.sql");
  }
}

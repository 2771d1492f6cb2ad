package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyEntriesTest {
  private static final String DESK = "desk-0123456789abcdefghij";
  private static final String OPS = "ops-0123456789abcdefghijk";
  private static final String PLAIN = "plain-0123456789";

  @Test
  void entriesOfAFile_areKeysWithNameAndRole() {
    ApiKeys keys =
        keys(
            Map.of(
                "sql-widgets.keys",
                List.of(
                    Map.of("name", "desk", "key", DESK),
                    Map.of("name", "ops", "sha256", sha256(OPS), "role", "admin"))));
    assertThat(keys.callerOf(showing(DESK)))
        .isEqualTo(new Caller("desk", Role.READ, AllowList.ALL));
    assertThat(keys.callerOf(showing(OPS))).isEqualTo(new Caller("ops", Role.ADMIN, AllowList.ALL));
    assertThat(keys.isAdmin(showing(DESK))).isFalse();
    assertThat(keys.isAdmin(showing(OPS))).isTrue();
  }

  @Test
  void entriesOfTheEnvironment_areKeysWithNameAndRole() {
    ApiKeys keys =
        new ApiKeys(
            new AccessConfiguration(null, null, null),
            new KeyEntries(
                environment(
                    variables(
                        Map.of(
                            "SQL_WIDGETS_KEYS_0_NAME", "desk",
                            "SQL_WIDGETS_KEYS_0_KEY", DESK,
                            "SQL_WIDGETS_KEYS_10_NAME", "ops",
                            "SQL_WIDGETS_KEYS_10_SHA256", sha256(OPS),
                            "SQL_WIDGETS_KEYS_10_ROLE", "ADMIN")))));
    assertThat(keys.callerOf(showing(DESK)))
        .isEqualTo(new Caller("desk", Role.READ, AllowList.ALL));
    assertThat(keys.callerOf(showing(OPS))).isEqualTo(new Caller("ops", Role.ADMIN, AllowList.ALL));
  }

  @Test
  void systemProperties_areAListToo() {
    ApiKeys keys =
        keys(Map.of("sql-widgets.keys[0].name", "desk", "sql-widgets.keys[0].key", DESK));
    assertThat(keys.callerOf(showing(DESK)).key()).isEqualTo("desk");
  }

  @Test
  void plainKeys_mayRead_beside_entries() {
    ApiKeys keys =
        new ApiKeys(
            new AccessConfiguration(List.of(PLAIN), null, null),
            new KeyEntries(
                environment(
                    PropertySource.of(
                        Map.of(
                            "sql-widgets.keys", List.of(Map.of("name", "desk", "key", DESK)))))));
    assertThat(keys.callerOf(showing(PLAIN)))
        .isEqualTo(new Caller("key 1", Role.READ, AllowList.ALL));
    assertThat(keys.callerOf(showing(DESK)).key()).isEqualTo("desk");
  }

  @Test
  void wrongKey_isNobody_evenAmongAdmins() {
    ApiKeys keys =
        keys(
            Map.of(
                "sql-widgets.keys", List.of(Map.of("name", "ops", "key", OPS, "role", "admin"))));
    assertThat(keys.callerOf(showing(DESK))).isEqualTo(Caller.NOBODY);
    assertThat(keys.isAdmin(showing(DESK))).isFalse();
    assertThat(keys.isAdmin(HttpRequest.GET("/"))).isFalse();
  }

  @Test
  void withoutKeys_everybodyIsAdmin() {
    ApiKeys keys = keys(Map.of());
    assertThat(keys.required()).isFalse();
    assertThat(keys.isAdmin(HttpRequest.GET("/"))).isTrue();
  }

  @Test
  void allowLists_areListsOrCommaText() {
    ApiKeys keys =
        keys(
            entry(
                Map.of(
                    "name",
                    "desk",
                    "key",
                    DESK,
                    "widgets",
                    List.of("a", "b-1"),
                    "folders",
                    "x, y/z")));
    AllowList sees = keys.callerOf(showing(DESK)).sees();
    assertThat(sees).isEqualTo(new AllowList(false, Set.of("a", "b-1"), Set.of("x", "y/z")));
    assertThat(sees.showsWidget("a", "elsewhere")).isTrue();
    assertThat(sees.showsWidget("c", "y/z/deep")).isTrue();
    assertThat(sees.showsWidget("c", "y")).isFalse();
    assertThat(sees.showsWidget("c", "y/zebra")).isFalse();
    assertThat(sees.showsWidget("c", "")).isFalse();
  }

  @Test
  void hashOfAShortKey_opensNothing() {
    String shortKey = "password12345";
    ApiKeys keys =
        keys(
            Map.of(
                "sql-widgets.keys", List.of(Map.of("name", "desk", "sha256", sha256(shortKey)))));
    assertThat(keys.accepts(showing(shortKey))).isFalse();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            Map.of("sql-widgets.keys", DESK),
            "sql-widgets.keys is no list of keys, expected entries with \"name\" and \"sha256\" or"
                + " \"key\"; plain keys belong into sql-widgets.api-keys"),
        Arguments.of(
            Map.of("sql-widgets.keys.desk.key", DESK),
            "sql-widgets.keys is no list of keys, expected entries with \"name\" and \"sha256\" or"
                + " \"key\"; plain keys belong into sql-widgets.api-keys"),
        Arguments.of(
            entry(Map.of("key", DESK)), "sql-widgets.keys[0] has no \"name\", which records show"),
        Arguments.of(
            entry(Map.of("name", "a\nb", "key", DESK)),
            "sql-widgets.keys[0] has a name other than up to 64 letters, digits, blanks and . _ @"
                + " -"),
        Arguments.of(
            entry(Map.of("name", "desk")),
            "sql-widgets.keys[0] needs either \"sha256\" or \"key\"; \"sql-widgets key\" makes"
                + " both"),
        Arguments.of(
            entry(Map.of("name", "desk", "key", DESK, "sha256", sha256(DESK))),
            "sql-widgets.keys[0] needs either \"sha256\" or \"key\"; \"sql-widgets key\" makes"
                + " both"),
        Arguments.of(
            entry(Map.of("name", "desk", "key", " ")), "sql-widgets.keys[0] has an empty \"key\""),
        Arguments.of(
            entry(Map.of("name", "desk", "key", "short-0123456789")),
            "sql-widgets.keys[0] has a key of 16 characters, expected at least 22; \"sql-widgets"
                + " key\" makes a good one"),
        Arguments.of(
            entry(Map.of("name", "desk", "key", DESK + " " + DESK)),
            "sql-widgets.keys[0] has a key with a blank or a character outside ASCII, headers"
                + " cannot carry it"),
        Arguments.of(
            entry(Map.of("name", "desk", "sha256", DESK)),
            "sql-widgets.keys[0] has a sha256 that is not 64 hexadecimal digits; \"sql-widgets"
                + " key\" makes one"),
        Arguments.of(
            entry(Map.of("name", "desk", "key", DESK, "role", "root")),
            "sql-widgets.keys[0] has the role \"root\", expected \"read\" or \"admin\""),
        Arguments.of(
            Map.of(
                "sql-widgets.keys",
                List.of(Map.of("name", "desk", "key", DESK), Map.of("name", "desk", "key", OPS))),
            "sql-widgets.keys has two keys of the name \"desk\""),
        Arguments.of(
            Map.of(
                "sql-widgets.keys",
                List.of(
                    Map.of("name", "desk", "key", DESK),
                    Map.of("name", "ops", "sha256", sha256(DESK), "role", "admin"))),
            "sql-widgets.keys has the same key twice, as \"desk\" and as \"ops\"; give each name a"
                + " key of its own"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void unsafeEntries_areRefusedAtStart_andNoKeyIsShown(
      Map<String, Object> settings, String message) {
    assertThatThrownBy(() -> keys(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
    assertThat(message).doesNotContain(DESK);
  }

  @Test
  void unknownWord_isRefused_withTheOneThatWasMeant() {
    assertThatThrownBy(() -> keys(entry(Map.of("name", "desk", "key", DESK, "roles", "read"))))
        .hasMessageStartingWith("sql-widgets.keys[0] has \"roles\", which is not one of ")
        .hasMessageEndingWith("; did you mean \"role\"?");
  }

  @Test
  void listAndVariablesTogether_areRefused() {
    Environment both =
        environment(
            PropertySource.of(entry(Map.of("name", "desk", "key", DESK))),
            variables(Map.of("SQL_WIDGETS_KEYS_0_NAME", "ops")));
    assertThatThrownBy(() -> new KeyEntries(both))
        .hasMessage(
            "sql-widgets.keys is given twice, as a list and by numbered variables; keep one of"
                + " them");
  }

  private static Map<String, Object> entry(Map<String, Object> words) {
    return Map.of("sql-widgets.keys", List.of(words));
  }

  private static ApiKeys keys(Map<String, Object> settings) {
    return new ApiKeys(
        new AccessConfiguration(null, null, null),
        new KeyEntries(environment(PropertySource.of(settings))));
  }

  @SuppressWarnings("resource") // only its settings are read, it is never started
  private static Environment environment(PropertySource... sources) {
    return ApplicationContext.builder()
        .environmentPropertySource(false)
        .propertySources(sources)
        .build()
        .getEnvironment()
        .start();
  }

  private static PropertySource variables(Map<String, Object> variables) {
    return new MapPropertySource("variables", variables) {
      @Override
      public PropertyConvention getConvention() {
        return PropertyConvention.ENVIRONMENT_VARIABLE;
      }
    };
  }

  private static MutableHttpRequest<?> showing(String key) {
    return HttpRequest.GET("/widgets.json").header(ApiKeys.HEADER, key);
  }

  private static String sha256(String key) {
    return HexFormat.of().formatHex(ApiKey.digest(key));
  }
}

package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
  private static final Set<String> KNOWN =
      Set.of("sql-widgets.zone", "sql-widgets.api-keys", "sql-widgets.query.max-rows");

  @Test
  void variablesThatAreSettings_areTaken() {
    assertThat(
            unknown(
                PropertyConvention.ENVIRONMENT_VARIABLE,
                Map.of("SQL_WIDGETS_ZONE", "UTC", "SQL_WIDGETS_QUERY_MAX_ROWS", "1")))
        .isEmpty();
  }

  @Test
  void mistypedVariable_isTold_withTheOneThatWasMeant() {
    assertThat(unknown(PropertyConvention.ENVIRONMENT_VARIABLE, Map.of("SQL_WIDGETS_ZON", "UTC")))
        .containsExactly("SQL_WIDGETS_ZON is no setting; did you mean \"SQL_WIDGETS_ZONE\"?");
  }

  @Test
  void variableOfAnotherProgram_isLeftAlone() {
    assertThat(unknown(PropertyConvention.ENVIRONMENT_VARIABLE, Map.of("SQL_PATH", "/sql")))
        .isEmpty();
  }

  @Test
  void mistypedKeyOfAFile_isTold() {
    assertThat(unknown(PropertyConvention.JAVA_PROPERTIES, Map.of("sql-widgets.query.maxrows", 1)))
        .containsExactly(
            "sql-widgets.query.maxrows is no setting; did you mean"
                + " \"sql-widgets.query.max-rows\"?");
  }

  @Test
  void itemsOfAList_andCamelCase_areTaken() {
    assertThat(
            unknown(
                PropertyConvention.JAVA_PROPERTIES,
                Map.of("sql-widgets.api-keys[0]", "12345678", "sql-widgets.query.maxRows", 1)))
        .isEmpty();
  }

  @Test
  void numberedVariablesOfKeys_areTaken() {
    assertThat(
            unknown(
                PropertyConvention.ENVIRONMENT_VARIABLE, Map.of("SQL_WIDGETS_KEYS_0_SHA256", "ab")))
        .isEmpty();
  }

  private static List<String> unknown(PropertyConvention convention, Map<String, Object> set) {
    PropertySource source =
        new MapPropertySource("test", set) {
          @Override
          public PropertyConvention getConvention() {
            return convention;
          }
        };
    return SettingsCheck.unknown(List.of(source), KNOWN);
  }
}

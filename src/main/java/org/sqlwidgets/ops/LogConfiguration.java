package org.sqlwidgets.ops;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * How lines of the log are written.
 *
 * <p>The log begins before files of settings are read, so that this one is no use in them.
 *
 * @param format {@code text} for people, {@code json} for programs
 */
@ConfigurationProperties("sql-widgets.log")
record LogConfiguration(@Bindable(defaultValue = "text") String format) {
  static final String SETTING = "sql-widgets.log.format";
  static final String VARIABLE = "SQL_WIDGETS_LOG_FORMAT";

  /** Refuses other formats, and one that came too late. */
  LogConfiguration {
    if (!List.of("text", "json").contains(format)) {
      throw new ConfigurationException(
          "%s is \"%s\"; expected text or json".formatted(SETTING, format));
    }
    if (!format.equals(begun())) {
      throw new ConfigurationException(
          "%s is \"%s\" in a file, which is too late; give it as the environment variable %s or as -D%s"
              .formatted(SETTING, format, VARIABLE, SETTING));
    }
  }

  /** What the log's own configuration goes by. */
  private static String begun() {
    String variable = System.getenv(VARIABLE);
    return System.getProperty(SETTING, variable == null ? "text" : variable);
  }
}

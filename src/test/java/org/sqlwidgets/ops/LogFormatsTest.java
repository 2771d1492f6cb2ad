package org.sqlwidgets.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event of the log looks like when callers or databases put line ends into it. */
class LogFormatsTest {
  private static final String FORGED =
      "2026-01-01 00:00:00 WARN  audit done option_change key=\"ops\"";

  /** The text of one event, in one of the two formats. */
  private static String written(String format, String message, @Nullable Throwable thrown) {
    String configuration =
        "<configuration><include resource=\"log-%s.xml\"/><root><appender-ref"
            + " ref=\"STDOUT\"/></root></configuration>";
    LoggerContext context =
        context(
            new ByteArrayInputStream(
                configuration.formatted(format).getBytes(StandardCharsets.UTF_8)));
    context.getMDCAdapter().put("request", "4bf92f35");
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("STDOUT");
    LoggingEvent event =
        new LoggingEvent("any", context.getLogger("any"), Level.WARN, message, thrown, null);
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  private static LoggerContext context(InputStream configuration) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try (configuration) {
      configurator.doConfigure(configuration);
      return context;
    } catch (JoranException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\\R", -1));
  }

  @Test
  void plainEvent_isOneLine() {
    assertThat(written("text", "widget ratio: no number", null))
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d WARN  widget ratio: no number"
                + " \\[4bf92f35]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
  void lineEndInAMessage_beginsNoLineOfItsOwn(String end) {
    String text = written("text", "failed: \"x" + end + FORGED + end + "\"", null);
    assertThat(lines(text)).first().asString().endsWith("failed: \"x");
    assertThat(lines(text).subList(1, lines(text).size()))
        .contains("\t" + FORGED)
        .allMatch(line -> line.isEmpty() || line.startsWith("\t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
  void lineEndInADriversText_beginsNoLineOfItsOwn(String end) {
    Throwable thrown =
        new IllegalStateException(
            "outer" + end + FORGED, new SQLException("converting \"x" + end + FORGED + "\""));
    String text = written("text", "failed", thrown);
    assertThat(lines(text).subList(2, lines(text).size()))
        .contains("\t" + FORGED, "\t" + FORGED + "\"")
        .allMatch(line -> line.isEmpty() || line.startsWith("\t"));
  }

  @Test
  void controlCharacters_doNotReachATerminal() {
    String text = written("text", "a\u001b[2Jb\u0000c\u009bd\u202ee", new SQLException("f\u001bg"));
    assertThat(text).contains("a?[2Jb?c?d?e", "f?g").doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void jsonEvent_isOneLine_whateverItHolds() {
    String forged = "x\n\r\u0085\u2028\u001b\"," + FORGED;
    String text = written("json", forged, new SQLException(forged));
    assertThat(text).endsWith("}\n");
    assertThat(text.strip()).doesNotContain("\n", "\r", "\u001b");
  }

  /** One connection over HTTP/2 that was ended for its resets left seventy traces. */
  @Test
  void brokenConnections_leaveNoTraces() {
    LoggerContext context =
        context(Objects.requireNonNull(LogFormatsTest.class.getResourceAsStream("/logback.xml")));
    assertThat(context.getLogger("io.netty.channel.DefaultChannelPipeline").isWarnEnabled())
        .isFalse();
    assertThat(context.getLogger("io.netty.handler.ssl.SslHandler").isWarnEnabled()).isFalse();
    assertThat(context.getLogger("io.netty.any").isWarnEnabled()).isTrue();
  }
}

package org.sqlwidgets.cli;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlwidgets.database.DatabaseStartException;
import org.sqlwidgets.registry.DirectoryConfiguration.MissingDirectoryException;

/** Finds the sentence for the operator in a failure to start. */
final class StartFailures {
  /** How the framework says that a setting cannot be converted. */
  private static final Pattern CONVERSION =
      Pattern.compile(
          "Error resolving property value \\[([^]]+)]\\. Unable to convert value \\[([^]]*)]"
              + " to target type \\[([^]]+)]");

  /** How the framework says where it wanted to listen. */
  private static final Pattern ADDRESS = Pattern.compile("server on (\\S+:\\d+)");

  private StartFailures() {}

  /** One sentence for what an operator can mend; the whole trace for what nobody foresaw. */
  static String explain(Throwable failure) {
    return causes(failure)
        .map(cause -> sentence(cause, failure))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> "nobody foresaw this:\n" + trace(failure));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Optional<String> sentence(Throwable cause, Throwable failure) {
    String message = String.valueOf(cause.getMessage());
    return switch (cause) {
      case CommandFailure known -> Optional.of(message);
      case DatabaseStartException known -> Optional.of(message);
      case MissingDirectoryException known -> Optional.of(message);
      case BindException bind -> Optional.of(bind(message, failure));
      case UnresolvedAddressException unknown ->
          Optional.of("micronaut.server.host is a name that this machine cannot resolve");
      case ConfigurationException wrong when isSentence(message) -> Optional.of(message);
      case IllegalArgumentException wrong when message.startsWith("sql-widgets.") ->
          Optional.of(message);
      case IllegalArgumentException wrong when message.startsWith("port out of range") ->
          Optional.of("micronaut.server.port: " + message + ", expected 1 to 65535");
      default -> isYaml(cause) ? Optional.of(yaml(message)) : conversion(message);
    };
  }

  /** The framework's own YAML library, which is no dependency of this code. */
  private static boolean isYaml(Throwable cause) {
    return cause.getClass().getName().startsWith("org.yaml.");
  }

  private static String yaml(String message) {
    return "a file of MICRONAUT_CONFIG_FILES is no YAML: "
        + message.strip().replaceAll("\\s+", " ");
  }

  private static boolean isSentence(String message) {
    return !message.contains("\n") && !CONVERSION.matcher(message).find();
  }

  private static String bind(String message, Throwable failure) {
    if (!message.contains("in use")) {
      return "micronaut.server.host is no address of this machine (%s)".formatted(message);
    }
    String address =
        causes(failure)
            .map(cause -> ADDRESS.matcher(String.valueOf(cause.getMessage())))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .findFirst()
            .orElse("the port");
    return "%s is in use; stop the other program, or set MICRONAUT_SERVER_PORT to a free port"
        .formatted(address);
  }

  private static Optional<String> conversion(String message) {
    Matcher found = CONVERSION.matcher(message);
    return found.find()
        ? Optional.of(
            "%s is \"%s\"; expected %s"
                .formatted(found.group(1), found.group(2), expected(found.group(3))))
        : Optional.empty();
  }

  /** What a setting of a type should look like. */
  static String expected(String type) {
    return switch (type) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "Duration" -> "a time such as 30s or 5m";
      default -> "a value of type " + type;
    };
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}

package org.sqlwidgets.widget;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The widget ids that the client keeps for itself (contract §2.7, rule R03). */
public final class BuiltInIds {
  private static final List<String> LINES = lines();

  private BuiltInIds() {}

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(BuiltInIds.class.getResourceAsStream("builtin-ids.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why an id cannot be used, as the end of a sentence; empty when it can. */
  public static Optional<String> refusal(String id) {
    return LINES.stream().map(line -> line.split(" ", 2)).flatMap(l -> test(l, id)).findFirst();
  }

  private static java.util.stream.Stream<String> test(String[] line, String id) {
    String name = line[1];
    return switch (line[0]) {
      case "ids" -> id.equals(name) ? one("is a widget of the client itself") : none();
      case "prefixes" ->
          id.startsWith(name)
              ? one("begins with \"" + name + "\", which the client strips")
              : none();
      default ->
          id.contains(name) ? one("contains \"" + name + "\", which the client uses") : none();
    };
  }

  private static java.util.stream.Stream<String> one(String text) {
    return java.util.stream.Stream.of(text);
  }

  private static java.util.stream.Stream<String> none() {
    return java.util.stream.Stream.empty();
  }

  /** True for an id of a built-in widget, which apps may place. */
  public static boolean isBuiltIn(String id) {
    return LINES.contains("ids " + id);
  }
}

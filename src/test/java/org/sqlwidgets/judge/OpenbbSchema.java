package org.sqlwidgets.judge;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The strict schemas of the two documents, JSON Schema draft 2020-12. */
enum OpenbbSchema {
  WIDGETS("widgets.schema.json"),
  APPS("apps.schema.json");

  private static final Pattern BRANCH = Pattern.compile("/(oneOf|anyOf)/\\d+");
  private static final Pattern OTHER_TYPE =
      Pattern.compile(
          "(.*/(?:oneOf|anyOf)/\\d+)(?:/\\$ref)?(?:/type|/properties/(?:type|condition)/\\w+)");

  private final JsonSchema schema;

  OpenbbSchema(String file) {
    schema = load(file);
  }

  /** Reports each place that the schema refuses. */
  void check(JsonNode document, Report report) {
    List<ValidationMessage> refusals = List.copyOf(schema.validate(document));
    Set<String> besideThePoint = besideThePoint(refusals);
    refusals.stream()
        .filter(refusal -> branches(refusal).noneMatch(besideThePoint::contains))
        .sorted(Comparator.comparing(OpenbbSchema::place))
        .forEach(refusal -> report.add("SCHEMA", place(refusal), text(refusal)));
  }

  /**
   * The alternatives that are meant for another type, where one is left that is meant for this one.
   */
  private static Set<String> besideThePoint(List<ValidationMessage> refusals) {
    Set<String> all = refusals.stream().flatMap(OpenbbSchema::branches).collect(toSet());
    Set<String> ofOtherType =
        refusals.stream()
            .map(refusal -> OTHER_TYPE.matcher(path(refusal)))
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(toSet());
    Set<String> answered =
        all.stream()
            .filter(b -> !ofOtherType.contains(b))
            .map(OpenbbSchema::choice)
            .collect(toSet());
    return ofOtherType.stream().filter(b -> answered.contains(choice(b))).collect(toSet());
  }

  /** Every alternative of a oneOf or anyOf in which the refusal was made. */
  private static Stream<String> branches(ValidationMessage refusal) {
    return BRANCH.matcher(path(refusal)).results().map(b -> path(refusal).substring(0, b.end()));
  }

  private static String choice(String branch) {
    return branch.substring(0, branch.lastIndexOf('/'));
  }

  private static String path(ValidationMessage refusal) {
    return refusal.getEvaluationPath().toString();
  }

  private static String place(ValidationMessage refusal) {
    String place = refusal.getInstanceLocation().toString();
    return place.isEmpty() ? "(root)" : place;
  }

  private static String text(ValidationMessage refusal) {
    String located = refusal.getInstanceLocation() + ": ";
    String message = refusal.getMessage();
    return message.startsWith(located) ? message.substring(located.length()) : message;
  }

  private static JsonSchema load(String file) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .regularExpressionFactory(EcmaPattern::of)
            .build();
    try (InputStream text =
        Objects.requireNonNull(OpenbbSchema.class.getResourceAsStream("/openbb/" + file))) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.apps.AppDefinition.Groups;
import org.sqlwidgets.apps.AppDefinition.TabDefinition;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.Titles;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceTextReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlReader;

/** Reads an {@code app.yml} file into a definition that is right in itself (widget-file §7). */
final class AppReader {
  private final YamlFields fields;
  private final Problems problems;

  /** For an app in the form of an {@code app.yml}. */
  AppReader(YamlMap map, Problems problems) {
    this.fields = new YamlFields(map, problems);
    this.problems = problems;
  }

  /**
   * What a file gave.
   *
   * @param definitions the apps that are right
   * @param whole false when the file has errors, so that there may be more apps in it
   * @param problems everything that was found
   */
  record Reading(List<AppDefinition> definitions, boolean whole, List<Problem> problems) {

    /** Copies the lists. */
    Reading {
      definitions = List.copyOf(definitions);
      problems = List.copyOf(problems);
    }
  }

  static Reading read(SourceFile file) {
    Problems problems = new Problems();
    Optional<AppDefinition> definition =
        SourceTextReader.read(file.display(), file.bytes(), problems)
            .flatMap(text -> YamlReader.readMap(text, problems))
            .map(map -> new AppReader(map, problems).definition(file));
    boolean right = !problems.hasErrors();
    return new Reading(definition.filter(found -> right).stream().toList(), right, problems.list());
  }

  /** A list of texts, or one text, each with its place; empty when absent or reported. */
  static Optional<List<Located<String>>> texts(YamlFields fields, String key) {
    Optional<List<String>> texts = fields.texts(key);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    YamlNode node = fields.node(key).orElseThrow();
    List<? extends YamlNode> nodes = node instanceof YamlList list ? list.items() : List.of(node);
    List<Located<String>> located = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      located.add(new Located<>(texts.get().get(i), nodes.get(i).location()));
    }
    return Optional.of(located);
  }

  AppDefinition definition(SourceFile file) {
    Located<String> name =
        new Located<>(shown("name").orElseGet(() -> folderTitle(file)), fields.where("name"));
    AppNames.refuse(name, problems);
    Optional<String> description = shown("description");
    Map<String, Object> published = published();
    List<Located<String>> prompts = prompts();
    List<TabDefinition> tabs = new TabsReader(problems).read(fields);
    Groups groups = new GroupsReader(problems).read(fields);
    refuseForeignKeys();
    fields.refuseOthers();
    GroupNames.check(tabs, groups, problems);
    return new AppDefinition(file.display(), name, description, published, prompts, tabs, groups);
  }

  private static String folderTitle(SourceFile file) {
    String[] folders = file.display().split("/", -1);
    String title = folders.length < 2 ? "" : Titles.of(folders[folders.length - 2]);
    return title.isEmpty() ? "SQL Widgets" : title;
  }

  /** A text that people see: not blank. */
  private Optional<String> shown(String key) {
    Optional<String> text = fields.text(key);
    if (text.isPresent() && text.get().isBlank()) {
      problems.error(
          fields.where(key), "\"%s\" is blank; write a text or leave the key out".formatted(key));
      return Optional.empty();
    }
    return text.map(String::strip);
  }

  private Map<String, Object> published() {
    Map<String, Object> published = new LinkedHashMap<>();
    for (String key : List.of("img", "img_dark", "img_light")) {
      shown(key).ifPresent(address -> published.put(key, image(key, address)));
    }
    fields.bool("allowCustomization").ifPresent(yes -> published.put("allowCustomization", yes));
    for (String key : List.of("authentication", "selected_agent")) {
      shown(key).ifPresent(text -> published.put(key, text));
    }
    McpServers.read(fields, problems).ifPresent(all -> published.put(McpServers.key(), all));
    return published;
  }

  private String image(String key, String address) {
    if (!address.matches("(?i)(https?|data):.*")) {
      problems.warning(
          fields.where(key),
          "\"%s\" is \"%s\", an address on this server, which has no images; expected a whole"
                  .formatted(key, address)
              + " address, such as https://example.com/app.png");
    }
    return address;
  }

  private List<Located<String>> prompts() {
    List<Located<String>> prompts = texts(fields, "prompts").orElse(List.of());
    prompts.stream()
        .filter(prompt -> prompt.value().isBlank())
        .forEach(
            prompt -> problems.error(prompt.at(), "a prompt is blank; write one or remove it"));
    return prompts;
  }

  /** Keys that people try at the top, with what they should write instead. */
  private void refuseForeignKeys() {
    Map<String, String> remedies = new HashMap<>();
    for (String key : List.of("widgets", "layout")) {
      remedies.put(
          key,
          "\"%s\" belongs to a tab; write it below \"tabs:\", in an entry \"- %s:\""
              .formatted(key, key));
    }
    for (String key : List.of("id", "templateId")) {
      remedies.put(key, "remove \"%s\": the client makes the app's id of its name".formatted(key));
    }
    remedies.forEach(fields::refuse);
  }
}

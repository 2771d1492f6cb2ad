package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.WebAddress;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.PageContent;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/**
 * Puts a widget together that shows an address of its author, without any query (widget-file §3).
 *
 * @param file which defines it
 * @param definition its header
 * @param problems takes what is wrong
 */
record PageAssembler(SourceFile file, WidgetDefinition definition, Problems problems) {

  /** The widget; empty when there is a problem with the file. */
  Optional<Widget> assemble(Optional<WidgetId> id) {
    Located<String> url = definition.url().orElseThrow();
    refuseKeysOfQueries(url.at());
    Optional<WebAddress> address = WebAddress.of(url.value());
    if (definition.type().orElseThrow() == WidgetType.YOUTUBE) {
      address.ifPresent(found -> checkVideo(found, url.at()));
    }
    if (problems.hasErrors() || address.isEmpty()) {
      return Optional.empty();
    }
    return id.map(
        found ->
            new WidgetFrame(file, definition)
                .around(
                    found,
                    definition.type().orElseThrow(),
                    List.of(),
                    new PageContent(address.get().text()),
                    Optional.empty(),
                    address.get().host(),
                    List.of()));
  }

  private void refuseKeysOfQueries(SourceLocation at) {
    List<String> keys = new ArrayList<>();
    add(keys, "datasource", definition.datasource().isPresent());
    add(keys, "params", !definition.params().isEmpty());
    add(keys, "columns", !definition.columns().isEmpty());
    add(keys, "timeout", definition.timeout().isPresent());
    add(keys, "maxRows", definition.maxRows().isPresent());
    add(keys, "cache", definition.cache().isPresent());
    add(keys, "expect", !definition.expect().isEmpty());
    if (!keys.isEmpty()) {
      problems.error(
          at,
          "\"url\" shows a page without any query, so there is nothing for \"%s\" to act on; remove it"
              .formatted(String.join("\", \"", keys)));
    }
  }

  private void checkVideo(WebAddress address, SourceLocation at) {
    if (!address.isYoutube()) {
      problems.warning(
          at,
          "\"url\" leads to %s, and type youtube plays videos of YouTube; use type: iframe for other pages"
              .formatted(address.host()));
    }
    if (definition.published().containsKey("raw")) {
      problems.warning(
          at, "\"raw\" shows what is said in the video, which needs a query; remove \"raw\"");
    }
  }

  private static void add(List<String> keys, String key, boolean given) {
    if (given) {
      keys.add(key);
    }
  }

  /** Such a widget wants nothing of lookups. */
  Wiring wiring() {
    return new Wiring(Map.of(), List.of(), Set.of(), Set.of(), Map.of(), Set.of(), true);
  }
}

package org.sqlwidgets.yaml;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** Reads the single document of a text and turns the library's exceptions into problems. */
final class DocumentReader {
  private final SourceText text;
  private final Places places;
  private final Problems problems;

  DocumentReader(SourceText text, Places places, Problems problems) {
    this.text = text;
    this.places = places;
    this.problems = problems;
  }

  /** The tree; empty when the text could not be read to its end. */
  Optional<YamlNode> read() {
    try {
      return Optional.of(document(events()));
    } catch (StoppedReading e) {
      return Optional.empty(); // reported where it was thrown
    } catch (MarkedYamlEngineException e) {
      problems.add(new SyntaxError(text.text(), places, e).explain());
      return Optional.empty();
    } catch (RuntimeException e) { // a fault of the library must not end the reading of all files
      problems.error(text.at(1, 1), "this YAML cannot be read; simplify it");
      return Optional.empty();
    }
  }

  private Iterator<Event> events() {
    LoadSettings settings =
        LoadSettings.builder()
            .setBufferSize(text.text().length() + 1)
            .setVersionFunction(version -> version) // reported as a directive
            .build();
    return new Parse(settings).parseString(text.text()).iterator();
  }

  private YamlNode document(Iterator<Event> events) {
    events.next(); // the stream begins
    if (!(events.next() instanceof DocumentStartEvent start)) {
      return new YamlMap(text.at(1, 1), new LinkedHashMap<>());
    }
    refuseDirectives(start);
    YamlNode node = new NodeComposer(events, text.text(), places, problems).compose();
    events.next(); // the document ends
    refuseSecondDocument(events.next());
    return isEmptyDocument(node) ? new YamlMap(node.location(), new LinkedHashMap<>()) : node;
  }

  private static boolean isEmptyDocument(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull() && scalar.text().isEmpty();
  }

  private void refuseDirectives(DocumentStartEvent start) {
    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
      problems.error(
          places.of(start.getStartMark()),
          "directives (lines that begin with \"%\") are not accepted; remove them");
    }
  }

  private void refuseSecondDocument(Event event) {
    if (event instanceof DocumentStartEvent second) {
      problems.error(
          places.of(second.getStartMark()),
          "a second YAML document begins here; expected one, remove the line \"---\"");
    }
  }
}

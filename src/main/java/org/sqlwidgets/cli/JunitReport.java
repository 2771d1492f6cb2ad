package org.sqlwidgets.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;

/** A report as JUnit's XML, which build servers read: a test for each file and expectation. */
final class JunitReport {
  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(CheckReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitReport(xml).write(report);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text cannot be written to memory", e);
    }
    return text.toString();
  }

  private void write(CheckReport report) throws XMLStreamException {
    Set<Problem> expected =
        report.outcomes().stream()
            .flatMap(outcome -> outcome.problems().stream())
            .collect(Collectors.toSet());
    Map<String, List<Problem>> byFile =
        report.problems().stream()
            .filter(problem -> !expected.contains(problem))
            .collect(
                Collectors.groupingBy(
                    problem -> problem.location().file(), TreeMap::new, Collectors.toList()));
    TreeSet<String> files = new TreeSet<>(report.files());
    files.addAll(byFile.keySet());
    long failed =
        byFile.values().stream().filter(JunitReport::isFailed).count()
            + report.outcomes().stream().filter(outcome -> !outcome.isMet()).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    attribute("name", "sql-widgets");
    attribute("tests", String.valueOf(files.size() + report.outcomes().size()));
    attribute("failures", String.valueOf(failed));
    for (String file : files) {
      write("sql-widgets", file, "", byFile.getOrDefault(file, List.of()));
    }
    for (Outcome outcome : report.outcomes()) {
      write(outcome);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** The file is what groups its expectations. */
  private void write(Outcome outcome) throws XMLStreamException {
    String seconds = BigDecimal.valueOf(outcome.took().toMillis(), 3).toPlainString();
    write(
        outcome.expectation().at().file(),
        outcome.expectation().name(),
        seconds,
        outcome.problems());
  }

  private static boolean isFailed(List<Problem> problems) {
    return firstError(problems).isPresent();
  }

  private static Optional<Problem> firstError(List<Problem> problems) {
    return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst();
  }

  private void write(String group, String name, String seconds, List<Problem> problems)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", group);
    attribute("name", name);
    if (!seconds.isEmpty()) {
      attribute("time", seconds);
    }
    Optional<Problem> failure = firstError(problems);
    if (failure.isPresent()) {
      xml.writeStartElement("failure");
      attribute("message", failure.get().message());
      text(problems);
      xml.writeEndElement();
    } else if (!problems.isEmpty()) {
      xml.writeStartElement("system-out");
      text(problems);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void text(List<Problem> problems) throws XMLStreamException {
    xml.writeCharacters(
        readable(problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, readable(value));
  }

  /** XML 1.0 has no place for control characters, not even escaped. */
  private static String readable(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }
}

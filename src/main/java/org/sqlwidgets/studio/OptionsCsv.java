package org.sqlwidgets.studio;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.lookup.LookupState;
import org.sqlwidgets.lookup.OptionEdit;
import org.sqlwidgets.lookup.OptionEntry;
import org.sqlwidgets.lookup.OptionField;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceTextReader;

/**
 * The options of a lookup as CSV, one line for each, and back.
 *
 * <p>A text that a spreadsheet would run gets an apostrophe in front, which reading takes away.
 */
final class OptionsCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}");

  private final Problems problems = new Problems();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Map<OptionField, Object>> options = new ArrayList<>();
  private final List<Map<OptionField, SourceLocation>> places = new ArrayList<>();
  private final List<SourceLocation> lines = new ArrayList<>();

  private OptionsCsv() {}

  /** The file with all options, those that are not offered too. */
  static byte[] write(LookupState state) {
    String header =
        Arrays.stream(OptionField.values()).map(OptionField::column).collect(joining(","));
    String rows = state.options().stream().map(OptionsCsv::line).collect(joining());
    return (BYTE_ORDER_MARK + header + "\r\n" + rows).getBytes(StandardCharsets.UTF_8);
  }

  private static String line(OptionEntry option) {
    Map<OptionField, Object> fields = option.fields();
    return Arrays.stream(OptionField.values())
        .map(field -> cell(fields.get(field)))
        .collect(joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    String text =
        value instanceof String given ? CsvText.guarded(given) : value == null ? "" : "" + value;
    return !text.isEmpty() && CsvText.needsQuotes(text) ? CsvText.quoted(text) : text;
  }

  /** Reads a file with all that is wrong in it. */
  static OptionsCsv read(byte[] file) {
    OptionsCsv csv = new OptionsCsv();
    SourceTextReader.read("", file, csv.problems).ifPresent(csv::read);
    for (Problem problem : csv.problems.list()) {
      csv.add("", problem.location(), problem.message());
    }
    return csv;
  }

  /** The change that the file wants. */
  OptionEdit.Replace edit() {
    return new OptionEdit.Replace(options, flaws);
  }

  /** The flaws in the order of the file, each with its place in it. */
  List<Flaw> placed(List<Flaw> found) {
    return found.stream()
        .map(flaw -> flaw.line() == 0 && flaw.row() >= 0 ? placed(flaw) : flaw)
        .sorted(
            Comparator.comparingInt(Flaw::line)
                .thenComparingInt(Flaw::column)
                .thenComparing(Flaw::message))
        .toList();
  }

  private Flaw placed(Flaw flaw) {
    SourceLocation place =
        OptionField.ofKey(flaw.field())
            .map(field -> places.get(flaw.row()).get(field))
            .orElse(lines.get(flaw.row()));
    return flaw.at(place.line(), place.column());
  }

  private void add(String field, SourceLocation place, String message) {
    flaws.add(Flaw.of(field, message).at(place.line(), place.column()));
  }

  private void read(SourceText source) {
    List<List<CsvRecords.Field>> records = CsvRecords.read(source, problems);
    if (records.isEmpty()) {
      problems.error(
          source.at(1, 1), "the file is empty; expected a line with the names of columns");
      return;
    }
    List<Optional<OptionField>> columns = columns(records.getFirst());
    if (!columns.contains(Optional.of(OptionField.VALUE))) {
      problems.error(source.at(1, 1), "there is no column \"value\" in the first line");
    }
    if (!problems.hasErrors()) {
      records.stream().skip(1).forEach(record -> option(columns, record));
      if (!columns.contains(Optional.of(OptionField.POSITION))) {
        number();
      }
    }
  }

  private List<Optional<OptionField>> columns(List<CsvRecords.Field> header) {
    List<Optional<OptionField>> columns = new ArrayList<>();
    Set<String> names =
        Arrays.stream(OptionField.values()).map(OptionField::column).collect(Collectors.toSet());
    for (CsvRecords.Field cell : header) {
      String name = cell.text().strip().toLowerCase(Locale.ROOT);
      Optional<OptionField> field = OptionField.ofColumn(name);
      SourceLocation place = cell.place();
      if (field.isEmpty()) {
        problems.error(place, unknown(cell.text(), names));
      } else if (columns.contains(field)) {
        problems.error(place, "the column \"%s\" stands twice".formatted(name));
      }
      columns.add(field);
    }
    return columns;
  }

  private static String unknown(String name, Set<String> names) {
    String near = NearMiss.hint(name, names);
    String all =
        Arrays.stream(OptionField.values()).map(OptionField::column).collect(joining(", "));
    String separated = name.indexOf(';') >= 0 ? "; separate columns by commas" : "";
    return "there is no column \"%s\"%s"
        .formatted(name, near.isEmpty() ? separated + "; there are " + all : near);
  }

  private void option(List<Optional<OptionField>> columns, List<CsvRecords.Field> cells) {
    SourceLocation line = cells.getFirst().place();
    if (cells.size() != columns.size()) {
      add(
          "",
          new SourceLocation("", line.line(), 0),
          "%d fields, and the first line has %d".formatted(cells.size(), columns.size()));
      return;
    }
    Map<OptionField, Object> fields = new EnumMap<>(OptionField.class);
    Map<OptionField, SourceLocation> at = new EnumMap<>(OptionField.class);
    for (int i = 0; i < cells.size(); i++) {
      OptionField field = columns.get(i).orElseThrow();
      at.put(field, cells.get(i).place());
      String text = cells.get(i).text();
      if (!text.isEmpty()) {
        value(field, text, cells.get(i).place()).ifPresent(value -> fields.put(field, value));
      }
    }
    options.add(fields);
    places.add(at);
    lines.add(line);
  }

  private Optional<Object> value(OptionField field, String text, SourceLocation place) {
    return switch (field.kind()) {
      case TEXT -> Optional.of(CsvText.unguarded(text));
      case NUMBER -> {
        Optional<Object> number = number(text.strip());
        if (number.isEmpty()) {
          add(field.key(), place, "expected a whole number of at most ten digits, or nothing");
        }
        yield number;
      }
      case FLAG -> {
        Optional<Object> flag = flag(text.strip().toLowerCase(Locale.ROOT));
        if (flag.isEmpty()) {
          add(field.key(), place, "expected true or false, or nothing");
        }
        yield flag;
      }
    };
  }

  private static Optional<Object> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    return number == (int) number ? Optional.of((int) number) : Optional.empty();
  }

  private static Optional<Object> flag(String word) {
    return switch (word) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Without positions the order of the lines counts. */
  private void number() {
    for (int i = 0; i < options.size(); i++) {
      options.get(i).put(OptionField.POSITION, i + 1);
    }
  }
}

package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R10 and R12 to R17: params, their defaults and options. */
final class ParamRules {
  private ParamRules() {}

  /** No paramName twice in the widget or in a form; no {@code query} on server-side tables. */
  static void r10(WidgetView widget, Report report) {
    r10(widget.place("params"), widget.params(), report);
    widget.params().forEach(form -> r10(form.place("inputParams"), form.fields(), report));
    if (widget.isServerSide() && widget.paramNames().contains("query")) {
      report.add("R10", widget.place("params"), "the client never sends \"query\" here");
    }
  }

  private static void r10(String place, List<ParamView> params, Report report) {
    for (String name : Repeats.of(params.stream().map(ParamView::name).toList())) {
      report.add("R10", place, "paramName \"" + name + "\" is used twice");
    }
  }

  /** {@code $x} names another param; no param depends on itself, not even by others. */
  static void r12(WidgetView widget, Report report) {
    Map<String, List<String>> references = new HashMap<>();
    widget.params().forEach(param -> references.put(param.name(), param.references()));
    for (ParamView param : widget.params()) {
      String place = param.place("optionsParams");
      for (String name : param.references()) {
        if (!references.containsKey(name)) {
          report.add("R12", place, "refers to \"" + name + "\", which is no param of the widget");
        }
      }
      if (reachable(param.name(), references).contains(param.name())) {
        report.add("R12", place, "depends on itself");
      }
    }
  }

  private static Set<String> reachable(String start, Map<String, List<String>> references) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (String next : references.getOrDefault(open.pop(), List.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  /** A default is one of the static options, compared with type. */
  static void r13(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      if (param.hasOptions() && !Values.none(param.value()) && !param.offers(param.value())) {
        report.add("R13", param.place("value"), param.value() + " is none of the options");
      }
    }
  }

  /** Values of a multi-select can travel comma-joined. */
  static void r14(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      for (JsonNode value : param.isMultiSelect() ? param.optionValues() : List.<JsonNode>of()) {
        if (value.asText().isEmpty() || value.asText().contains(",")) {
          report.add("R14", param.place("options"), value + " cannot travel in a comma text");
        }
      }
    }
  }

  /** A date default is a day of the calendar. */
  static void r15(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      String value = Values.text(param.value());
      boolean isDay = param.type().equals("date") && !value.startsWith("$") && !value.isEmpty();
      if (isDay && !isCalendarDate(value)) {
        report.add("R15", param.place("value"), "\"" + value + "\" is no calendar date");
      }
    }
  }

  private static boolean isCalendarDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** At most one form: the client uses only the first. */
  static void r16(WidgetView widget, Report report) {
    long forms = widget.params().stream().filter(param -> param.type().equals("form")).count();
    if (forms > 1) {
      report.add("R16", widget.place("params"), forms + " forms, the client uses one");
    }
  }

  /** No option value twice in one list. */
  static void r17(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      for (JsonNode value : Repeats.ofValues(param.optionValues())) {
        report.add("R17", param.place("options"), "value " + value + " is offered twice");
      }
    }
  }
}

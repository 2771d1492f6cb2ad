package org.sqlwidgets.judge;

import java.util.ArrayList;
import java.util.List;

/** Collects one line per finding: rule, place, what is wrong. */
final class Report {
  private final List<String> lines = new ArrayList<>();

  /** Adds a finding. */
  void add(String rule, String place, String message) {
    lines.add(rule + " " + place + ": " + message);
  }

  /** The findings in the order in which they were made, without repetition. */
  List<String> lines() {
    return lines.stream().distinct().toList();
  }
}

package org.sqlwidgets.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.sqlwidgets.openbb.JsonTree;

/** The forms in which a check tells what it found. */
enum ReportFormat {
  /** A line for each problem, then the counts. */
  TEXT {
    @Override
    void print(CheckReport report, PrintWriter out) {
      report.problems().forEach(out::println);
      out.println(report.summary());
    }
  },
  /** One object with the counts and all problems, for programs. */
  JSON {
    @Override
    void print(CheckReport report, PrintWriter out) {
      printTree(JsonReport.of(report), out);
    }
  },
  /** SARIF 2.1.0, which code hosts show beside the changed lines. */
  SARIF {
    @Override
    void print(CheckReport report, PrintWriter out) {
      printTree(SarifReport.of(report), out);
    }
  },
  /** JUnit's XML: each file is a test, failed by its errors. */
  JUNIT {
    @Override
    void print(CheckReport report, PrintWriter out) {
      out.println(JunitReport.of(report));
    }
  };

  /** Prints a report as a whole. */
  abstract void print(CheckReport report, PrintWriter out);

  private static void printTree(Object tree, PrintWriter out) {
    out.println(new String(JsonTree.write(tree), StandardCharsets.UTF_8));
  }
}

package org.sqlwidgets.studio;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.lookup.EditRefusedException;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.openbb.JsonTree;

/** Writes why an edit was refused: the sentence of every error reply, and each flaw by itself. */
public final class FlawsJson {
  private static final int MOST_TOLD = 10;

  /** More flaws than these are counted and not listed: a body has room for many thousands. */
  private static final int MOST_LISTED = 1000;

  private FlawsJson() {}

  /** The sentence for the person at the screen. */
  public static String detail(EditRefusedException refused) {
    List<Flaw> flaws = refused.flaws();
    if (flaws.isEmpty()) {
      return String.valueOf(refused.getMessage());
    }
    String told = flaws.stream().limit(MOST_TOLD).map(FlawsJson::told).collect(joining("; "));
    String more =
        flaws.size() > MOST_TOLD ? "; and %d more".formatted(flaws.size() - MOST_TOLD) : "";
    return refused.getMessage() + ": " + told + more;
  }

  private static String told(Flaw flaw) {
    String place = flaw.line() == 0 ? "" : place(flaw);
    return place + (flaw.field().isEmpty() ? "" : flaw.field() + ": ") + flaw.message();
  }

  private static String place(Flaw flaw) {
    return flaw.column() == 0
        ? "line %d: ".formatted(flaw.line())
        : "line %d, column %d: ".formatted(flaw.line(), flaw.column());
  }

  /** The body of the reply. */
  public static byte[] write(EditRefusedException refused) {
    String detail = detail(refused);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("detail", detail);
    keys.put("message", detail);
    if (!refused.flaws().isEmpty()) {
      keys.put("problems", problems(refused.flaws()));
    }
    return JsonTree.write(keys);
  }

  private static List<Map<String, Object>> problems(List<Flaw> flaws) {
    return flaws.stream().limit(MOST_LISTED).map(FlawsJson::problem).toList();
  }

  private static Map<String, Object> problem(Flaw flaw) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("field", flaw.field());
    keys.put("message", flaw.message());
    if (flaw.line() > 0) {
      keys.put("line", flaw.line());
      keys.put("column", flaw.column());
    }
    return keys;
  }
}

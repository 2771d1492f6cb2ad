package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Judges widgets.json and apps.json as OpenBB Workspace takes them.
 *
 * <p>A failure is a breach of the JSON Schema ({@code SCHEMA}, first) or of a rule marked F; a note
 * is a finding of a rule marked N.
 */
public final class OpenbbJudge {
  private static final List<BiConsumer<List<WidgetView>, Report>> DOCUMENT_RULES =
      List.of(AddressRules::r11);

  private static final List<BiConsumer<WidgetView, Report>> WIDGET_RULES =
      List.of(
          AddressRules::r02,
          AddressRules::r03,
          ColumnRules::r05,
          ColumnRules::r06,
          ColumnRules::r07,
          ColumnRules::r08,
          ColumnRules::r09,
          ParamRules::r10,
          ParamRules::r12,
          ParamRules::r13,
          ParamRules::r14,
          ParamRules::r15,
          ParamRules::r16,
          ParamRules::r17,
          FrameRules::r18,
          ColumnRules::r19,
          FrameRules::r24);

  private static final List<BiConsumer<WidgetView, Report>> WIDGET_NOTES =
      List.of(
          WidgetNotes::r09,
          WidgetNotes::r10,
          WidgetNotes::r17,
          WidgetNotes::r18,
          WidgetNotes::r19,
          WidgetNotes::r20,
          WidgetNotes::r21,
          WidgetNotes::r22,
          WidgetNotes::r23,
          WidgetNotes::r25);

  private static final List<BiConsumer<AppView, Report>> APP_RULES =
      List.of(
          AppRules::r31,
          AppRules::r32,
          AppRules::r33,
          GroupRules::r34,
          AppRules::r35,
          AppRules::r36,
          AppRules::r37,
          AppRules::r39);

  private OpenbbJudge() {}

  /** What makes the client refuse or misread widgets.json; empty when all is well. */
  public static List<String> failures(byte[] widgetsJson) {
    Report report = new Report();
    readWidgets(widgetsJson, report)
        .ifPresent(
            document -> {
              OpenbbSchema.WIDGETS.check(document, report);
              List<WidgetView> widgets = WidgetView.all(document);
              DOCUMENT_RULES.forEach(rule -> rule.accept(widgets, report));
              widgets.forEach(widget -> WIDGET_RULES.forEach(r -> r.accept(widget, report)));
            });
    return report.lines();
  }

  /** What is risky or pointless in widgets.json; nothing for bytes that are no JSON object. */
  public static List<String> notes(byte[] widgetsJson) {
    Report report = new Report();
    List<WidgetView> widgets = widgets(widgetsJson, new Report());
    WidgetNotes.r04(widgets, report);
    widgets.forEach(widget -> WIDGET_NOTES.forEach(note -> note.accept(widget, report)));
    return report.lines();
  }

  /**
   * What makes the client refuse or misread apps.json.
   *
   * @param widgetsJson the same server's widgets; only unreadable ones are a failure here
   */
  public static List<String> failures(byte[] appsJson, byte[] widgetsJson) {
    Report report = new Report();
    List<WidgetView> widgets = widgets(widgetsJson, report);
    readApps(appsJson, report)
        .ifPresent(
            document -> {
              OpenbbSchema.APPS.check(document, report);
              List<AppView> apps = AppView.all(document, widgets);
              AppRules.r30(apps, report);
              apps.forEach(app -> APP_RULES.forEach(rule -> rule.accept(app, report)));
            });
    return report.lines();
  }

  /** What is risky or pointless in apps.json; nothing for bytes that are no JSON. */
  public static List<String> notes(byte[] appsJson, byte[] widgetsJson) {
    Report report = new Report();
    List<WidgetView> widgets = widgets(widgetsJson, new Report());
    readApps(appsJson, new Report())
        .ifPresent(apps -> AppView.all(apps, widgets).forEach(app -> AppRules.r38(app, report)));
    return report.lines();
  }

  /** R01 for apps.json: legal JSON. */
  private static Optional<JsonNode> readApps(byte[] json, Report report) {
    return StrictJson.read(json, "R01", "apps.json", report);
  }

  /** R01: legal JSON, and an object of objects. */
  private static Optional<JsonNode> readWidgets(byte[] json, Report report) {
    Optional<JsonNode> document = StrictJson.read(json, "R01", "widgets.json", report);
    document
        .filter(root -> !root.isObject())
        .ifPresent(r -> report.add("R01", "widgets.json", "not an object of widgets by id"));
    return document;
  }

  private static List<WidgetView> widgets(byte[] json, Report report) {
    return readWidgets(json, report).map(WidgetView::all).orElse(List.of());
  }
}

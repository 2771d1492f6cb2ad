package org.sqlwidgets.contract;

import static org.sqlwidgets.contract.ParamCase.control;

import java.util.stream.Stream;
import org.sqlwidgets.contract.ParamCase.Control;

/**
 * The row "date" of widget-file §8; what depends on today is tested with a clock that stands still.
 */
final class DateCases {
  private static final String MUST_BE_DATE =
      " is not a date; expected YYYY-MM-DD, such as 2024-01-31";

  private DateCases() {}

  static Stream<ParamCase> all() {
    return Stream.of(days(), moments()).flatMap(cases -> cases);
  }

  private static Stream<ParamCase> days() {
    Control date = control("type: date", "date");
    Control withDefault = control("type: date, value: 2020-01-31", "date");
    Control nullable = control("type: date, value: 2020-01-31, nullable: true", "date");
    Control required = control("type: date, required: true", "date");
    Control text = control("type: date", "text");
    return Stream.of(
        date.absent("null"),
        date.empty("null"),
        date.sent("2024-02-29", "\"2024-02-29\""),
        date.sent(" 2024-02-29 ", "\"2024-02-29\""),
        date.sent("20240229", "\"2024-02-29\""),
        date.sent("2024-02-29T23:30:00", "\"2024-02-29\""),
        date.sent("2024-02-29 23:30:00", "\"2024-02-29\""),
        date.sent("2024-02-29T23:30:00.000Z", "\"2024-02-29\""),
        date.sent("2024-02-29T23:30:00-05:00", "\"2024-03-01\""),
        date.sent("0001-01-01", "\"0001-01-01\""),
        date.sent("9999-12-31", "\"9999-12-31\""),
        date.refused("2023-02-29", "'2023-02-29'" + MUST_BE_DATE),
        date.refused("20230229", "'20230229'" + MUST_BE_DATE),
        date.refused("2024-13-01", "'2024-13-01'" + MUST_BE_DATE),
        date.refused("29.02.2024", "'29.02.2024'" + MUST_BE_DATE),
        date.refused("2024-2-9", "'2024-2-9'" + MUST_BE_DATE),
        date.refused("1709164800", "'1709164800'" + MUST_BE_DATE),
        date.refused("today", "'today'" + MUST_BE_DATE),
        date.refused("infinity", "'infinity'" + MUST_BE_DATE),
        date.refused("0000-01-01", "'0000-01-01' is outside the years 1 to 9999"),
        date.refused(
            "$currentDate-3x",
            "'$currentDate-3x' is not a date expression; expected $currentDate or $currentDate-3m,"
                + " with one of the units h b d w m q y"),
        date.refused("$currentDate-99999y", "'$currentDate-99999y' is outside the years 1 to 9999"),
        withDefault.absent("\"2020-01-31\""),
        withDefault.empty("\"2020-01-31\""),
        withDefault.sent("2024-02-29", "\"2024-02-29\""),
        nullable.absent("null"),
        nullable.empty("null"),
        nullable.sent("2024-02-29", "\"2024-02-29\""),
        required.refusedQuery("", "field required"),
        required.refusedQuery("x=", "field required"),
        required.sent("2024-02-29", "\"2024-02-29\""),
        text.sent("20240229", "\"2024-02-29\""));
  }

  private static Stream<ParamCase> moments() {
    Control timestamp = control("type: date, sqlType: timestamp", "timestamp(6)");
    Control described = control("type: date", "timestamp(6)");
    Control zoned = control("type: date", "timestamp(6) with time zone");
    return Stream.of(
        timestamp.absent("null"),
        timestamp.sent("2024-02-29", "\"2024-02-29 00:00:00\""),
        timestamp.sent("20240229", "\"2024-02-29 00:00:00\""),
        timestamp.sent("2024-02-29T12:34:56.789", "\"2024-02-29 12:34:56.789\""),
        timestamp.sent("2024-02-29T12:34", "\"2024-02-29 12:34:00\""),
        timestamp.sent("2024-02-29T12:34:56+02:00", "\"2024-02-29 10:34:56\""),
        timestamp.refused("2024-02-29T25:00:00", "'2024-02-29T25:00:00'" + MUST_BE_DATE),
        described.sent("2024-02-29T12:34:56", "\"2024-02-29 12:34:56\""),
        zoned.absent("null"),
        zoned.sent("2024-02-29", "\"2024-02-29 00:00:00\""),
        zoned.sent("2024-02-29T12:34:56", "\"2024-02-29 12:34:56\""),
        zoned.sent("2024-02-29T12:34:56+02:00", "\"2024-02-29 10:34:56\""));
  }
}

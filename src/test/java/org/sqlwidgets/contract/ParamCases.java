package org.sqlwidgets.contract;

import static org.sqlwidgets.contract.ParamCase.control;

import java.util.stream.Stream;
import org.sqlwidgets.contract.ParamCase.Control;

/** The table of widget-file §8 for single values: each control, absent, empty, sent and refused. */
final class ParamCases {
  private static final String MUST_BE_BOOLEAN = " is not a boolean; expected true or false";

  private ParamCases() {}

  static Stream<ParamCase> all() {
    return Stream.of(texts(), dropdowns(), numbers(), booleans(), DateCases.all(), typed())
        .flatMap(cases -> cases);
  }

  private static Stream<ParamCase> texts() {
    Control text = control("type: text", "text");
    Control withDefault = control("type: text, value: abc", "text");
    Control emptyDefault = control("type: text, value: \"\"", "text");
    Control nullable = control("type: text, value: abc, nullable: true", "text");
    Control required = control("type: text, required: true", "text");
    Control ticker = control("type: ticker, value: AAPL", "text");
    return Stream.of(
        text.absent("null"),
        text.empty("null"),
        text.sent("abc", "\"abc\""),
        text.sent("  abc ", "\"  abc \""),
        text.sent(" ", "\" \""),
        text.sent("0", "\"0\""),
        text.sent("a,b", "\"a,b\""),
        text.sent("a;b&c=d+e%41", "\"a;b&c=d+e%41\""),
        text.query("x=a;b", "\"a;b\""),
        text.query("x=a+b%20c", "\"a b c\""),
        text.query("x=&x=second", "\"second\""),
        text.query("x=first&x=second", "\"first\""),
        text.sent("say \"x\" \\", "\"say \\\"x\\\" \\\\\""),
        text.sent("\ud83d\ude31 gr\u00fc\u00df \u2028", "\"\ud83d\ude31 gr\u00fc\u00df \u2028\""),
        text.sent("tab\tline\n", "\"tab\\tline\\n\""),
        text.refusedQuery("x=a%00b", "the value contains a NUL character; remove it"),
        withDefault.absent("\"abc\""),
        withDefault.empty("\"abc\""),
        withDefault.sent("xyz", "\"xyz\""),
        emptyDefault.absent("\"\""),
        emptyDefault.empty("\"\""),
        nullable.absent("null"),
        nullable.empty("null"),
        nullable.sent("xyz", "\"xyz\""),
        required.refusedQuery("", "field required"),
        required.refusedQuery("x=", "field required"),
        required.sent("0", "\"0\""),
        ticker.absent("\"AAPL\""),
        ticker.sent("BRK.B", "\"BRK.B\""));
  }

  private static Stream<ParamCase> dropdowns() {
    Control options = control("type: text, options: [a, b, \"0\"], value: \"0\"", "text");
    Control tabs = control("type: tabs, options: [day, week], value: day", "text");
    Control numbers =
        control(
            "type: number, options: [{label: One, value: 1}, {label: Half, value: 0.5}]",
            "numeric(5,2)");
    Control lookup = control("optionsQuery: \"SELECT 'a' AS value\", value: a", "text");
    Control lookupOfNumbers = control("optionsQuery: \"SELECT 1 AS value\", value: 0", "integer");
    return Stream.of(
        options.absent("\"0\""),
        options.sent("b", "\"b\""),
        options.refused("c", "'c' is not one of a, b, 0"),
        options.refused("A", "'A' is not one of a, b, 0"),
        tabs.absent("\"day\""),
        tabs.sent("week", "\"week\""),
        tabs.refused("year", "'year' is not one of day, week"),
        numbers.absent("null"),
        numbers.sent("0.50", "0.50"),
        numbers.sent("1", "1.00"),
        numbers.refused("2", "'2' is not one of 1, 0.5"),
        lookup.absent("\"a\""),
        lookup.sent("not among them", "\"not among them\""),
        lookupOfNumbers.absent("0"),
        lookupOfNumbers.sent("12", "12"),
        lookupOfNumbers.refused("x", "'x' is not a number"));
  }

  private static Stream<ParamCase> numbers() {
    Control integer = control("type: number", "integer");
    Control zero = control("type: number, value: 0", "integer");
    Control nullable = control("type: number, value: 5, nullable: true", "integer");
    Control required = control("type: number, required: true", "integer");
    Control smallint = control("type: number", "smallint");
    Control bigint = control("type: number", "bigint");
    Control numeric = control("type: number", "numeric(38,10)");
    Control precise = control("type: number, value: 0.10", "numeric(5,2)");
    Control real = control("type: number", "real");
    Control number = control("type: number", "double precision");
    Control text = control("type: number", "text");
    return Stream.of(
        integer.absent("null"),
        integer.empty("null"),
        integer.sent("0", "0"),
        integer.sent("-2147483648", "-2147483648"),
        integer.sent(" 7 ", "7"),
        integer.sent("1e3", "1000"),
        integer.sent("5.0", "5"),
        integer.refused("1.5", "'1.5' is not a whole number"),
        integer.refused(
            "2147483648", "'2147483648' is out of range; expected -2147483648 to 2147483647"),
        integer.refused("abc", "'abc' is not a number"),
        integer.refused("1,000", "'1,000' is not a number"),
        integer.refused("0x10", "'0x10' is not a number"),
        integer.refused("NaN", "'NaN' is not a number"),
        integer.refused(" ", "' ' is not a number"),
        integer.refused("1e999999999", "'1e999999999' is not a number"),
        integer.refused("1e9999", "'1e9999' is out of range; at most 1,000 digits are accepted"),
        zero.absent("0"),
        zero.empty("0"),
        zero.sent("3", "3"),
        nullable.absent("null"),
        nullable.empty("null"),
        nullable.sent("0", "0"),
        required.refusedQuery("", "field required"),
        required.refusedQuery("x=", "field required"),
        required.sent("0", "0"),
        smallint.sent("-32768", "-32768"),
        smallint.refused("32768", "'32768' is out of range; expected -32768 to 32767"),
        bigint.sent("9007199254740991", "9007199254740991"),
        bigint.refused(
            "9223372036854775808",
            "'9223372036854775808' is out of range;"
                + " expected -9223372036854775808 to 9223372036854775807"),
        numeric.sent("-0.0000000001", "-0.0000000001"),
        numeric.sent("9007199254740991.0123456789", "9007199254740991.0123456789"),
        numeric.sent(".5", "0.5000000000"),
        precise.absent("0.10"),
        real.sent("0.1", "0.1"),
        real.refused("1e39", "'1e39' is out of range"),
        number.sent("1e300", "1e+300"),
        number.sent("-0.1", "-0.1"),
        number.refused("1e309", "'1e309' is out of range"),
        text.sent("007", "\"007\""),
        text.refused("x", "'x' is not a number"));
  }

  private static Stream<ParamCase> booleans() {
    Control bool = control("type: boolean", "boolean");
    Control no = control("type: boolean, value: false", "boolean");
    Control yes = control("type: boolean, value: true", "boolean");
    Control nullable = control("type: boolean, value: true, nullable: true", "boolean");
    Control required = control("type: boolean, required: true", "boolean");
    Control integer = control("type: boolean, value: false", "integer");
    Control text = control("type: boolean, value: false", "text");
    return Stream.of(
        bool.absent("null"),
        bool.empty("null"),
        bool.sent("true", "true"),
        bool.sent("FALSE", "false"),
        bool.sent("1", "true"),
        bool.sent("0", "false"),
        bool.sent("Yes", "true"),
        bool.sent("nO", "false"),
        bool.refused("2", "'2'" + MUST_BE_BOOLEAN),
        bool.refused("on", "'on'" + MUST_BE_BOOLEAN),
        bool.refused("t", "'t'" + MUST_BE_BOOLEAN),
        no.absent("false"),
        no.empty("false"),
        no.sent("true", "true"),
        yes.absent("true"),
        yes.sent("false", "false"),
        nullable.absent("null"),
        nullable.empty("null"),
        nullable.sent("no", "false"),
        required.refusedQuery("", "field required"),
        required.sent("false", "false"),
        integer.absent("0"),
        integer.sent("true", "1"),
        text.absent("\"false\""),
        text.sent("1", "\"true\""));
  }

  /** A text control over each SQL type that it can feed. */
  private static Stream<ParamCase> typed() {
    String uuid = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11";
    return Stream.of(
        control("type: text", "integer").sent("7", "7"),
        control("type: text", "integer").absent("null"),
        control("type: text", "integer").refused("x", "'x' is not a number"),
        control("type: text", "bigint").sent("-9007199254740991", "-9007199254740991"),
        control("type: text", "numeric(38,10)").sent("1.5", "1.5000000000"),
        control("type: text", "double precision").sent("1.5", "1.5"),
        control("type: text", "boolean").sent("yes", "true"),
        control("type: text", "boolean").refused("maybe", "'maybe'" + MUST_BE_BOOLEAN),
        control("type: text", "uuid").sent(uuid, '"' + uuid + '"'),
        control("type: text", "uuid")
            .sent(uuid.toUpperCase(java.util.Locale.ROOT), '"' + uuid + '"'),
        control("type: text", "uuid").absent("null"),
        control("type: text", "uuid").refused("a0eebc99", "'a0eebc99' is not a UUID"),
        control("type: text", "date").sent("2024-02-29", "\"2024-02-29\""),
        control("type: text", "date")
            .refused(
                "2023-02-29",
                "'2023-02-29' is not a date; expected YYYY-MM-DD, such as 2024-01-31"),
        control("type: text", "timestamp").sent("2024-02-29T01:02:03", "\"2024-02-29 01:02:03\""),
        control("type: text", "time").sent("01:02:03", "\"01:02:03\""),
        control("type: text", "time").refused("25:00", "'25:00' is not a time; expected HH:mm:ss"),
        control("type: text", "varchar(10)").sent("abc", "\"abc\""),
        control("type: text", "char(3)").sent("a", "\"a\""),
        control("type: text, sqlType: integer", "text").sent("12", "\"12\""),
        control("type: text, sqlType: integer", "text").refused("1x", "'1x' is not a number"),
        control("type: text, sqlType: uuid", "text").sent(uuid, '"' + uuid + '"'),
        control("type: text, sqlType: text", "integer").sent("12", "12"),
        control("type: number, sqlType: bigint", "numeric(20,0)").sent("12", "12"));
  }
}

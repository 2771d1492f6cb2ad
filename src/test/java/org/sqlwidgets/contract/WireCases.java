package org.sqlwidgets.contract;

import java.util.stream.Stream;

/** The table of widget-file §9: what is stored, and the bytes that are sent. */
final class WireCases {
  private WireCases() {}

  static Stream<WireCase> all() {
    return Stream.of(numbers(), floats(), times(), texts(), WireDocuments.all()).flatMap(s -> s);
  }

  /**
   * Values that no JavaScript client can hold or show as what they are; they are sent all the same.
   */
  static Stream<WireCase> odd() {
    return Stream.of(
        WireCase.of("double precision")
            .value("123456789012345680000", "123456789012345680000")
            .value("-1E20", "-100000000000000000000"),
        WireCase.of("date").value("DATE '-0043-03-15'", "'0044-03-15 BC'", "\"0044-03-15 BC\""),
        WireCase.of("timestamp")
            .value(
                "TIMESTAMP '-0043-03-15 12:00:00'",
                "'0044-03-15 12:00:00 BC'",
                "\"0044-03-15 12:00:00 BC\""),
        WireCase.of("timestamp with time zone")
            .value(
                "TIMESTAMP WITH TIME ZONE '-0043-03-15 12:00:00+00:00'",
                "'0044-03-15 12:00:00+00:00 BC'",
                "\"0044-03-15 12:00:00 BC\""));
  }

  private static Stream<WireCase> numbers() {
    return Stream.of(
        WireCase.of("smallint").value("0", "0").value("-32768", "-32768").value("32767", "32767"),
        WireCase.of("integer")
            .value("0", "0")
            .value("-2147483648", "-2147483648")
            .value("2147483647", "2147483647"),
        WireCase.of("bigint")
            .value("0", "0")
            .value("-1", "-1")
            .value("9007199254740991", "9007199254740991")
            .value("-9007199254740991", "-9007199254740991"),
        WireCase.of("bigint")
            .keys("cellDataType: text")
            .value("0", "\"0\"")
            .value("9223372036854775807", "\"9223372036854775807\"")
            .value("-9223372036854775808", "\"-9223372036854775808\""),
        WireCase.of("integer").keys("cellDataType: text").value("-7", "\"-7\""),
        WireCase.of("numeric(38,10)")
            .value("0", "0.0000000000")
            .value("-0.0000000001", "-0.0000000001")
            .value("123.45", "123.4500000000")
            .value("9007199254740991.9999999999", "9007199254740991.9999999999")
            .value("-9007199254740991.9999999999", "-9007199254740991.9999999999"),
        WireCase.of("numeric(38,10)")
            .keys("cellDataType: text")
            .value("0", "\"0.0000000000\"")
            .value(
                "9999999999999999999999999999.9999999999",
                "\"9999999999999999999999999999.9999999999\"")
            .value(
                "-9999999999999999999999999999.9999999999",
                "\"-9999999999999999999999999999.9999999999\""),
        WireCase.of("numeric(30,0)")
            .value("42", "42")
            .value("9007199254740991", "9007199254740991"),
        WireCase.of("numeric without limits", "decfloat", "numeric")
            .value("0", "0")
            .value("0.1", "0.1")
            .value("1000000000000000", "1000000000000000")
            .value("CAST('1E15' AS decfloat)", "CAST('1E15' AS numeric)", "1000000000000000")
            .value("0.00000000000000000001", "0.00000000000000000001")
            .value("CAST('NaN' AS decfloat)", "CAST('NaN' AS numeric)", "null")
            .value("CAST('Infinity' AS decfloat)", "CAST('Infinity' AS numeric)", "null")
            .value("CAST('-Infinity' AS decfloat)", "CAST('-Infinity' AS numeric)", "null"),
        WireCase.of("numeric without limits", "decfloat", "numeric")
            .keys("cellDataType: text")
            .value("1.25", "\"1.25\"")
            .value("CAST('NaN' AS decfloat)", "CAST('NaN' AS numeric)", "null")
            .value("CAST('-Infinity' AS decfloat)", "CAST('-Infinity' AS numeric)", "null")
            .value("12345678901234567890.5", "\"12345678901234567890.5\""),
        WireCase.of("boolean").value("TRUE", "true").value("FALSE", "false"),
        WireCase.of("boolean").keys("cellDataType: text").value("FALSE", "\"false\""));
  }

  private static Stream<WireCase> floats() {
    return Stream.of(
        infinite(WireCase.of("real"))
            .value("0", "0")
            .value("-1.5", "-1.5")
            .value("0.1", "0.1")
            .value("16777216", "16777216")
            .value("1E-7", "1e-7")
            .value("1.17549435E-38", "1.1754944e-38")
            .value("3.4028235E38", "3.4028235e+38"),
        infinite(WireCase.of("double precision"))
            .value("0", "0")
            .value("-0.1", "-0.1")
            .value("1", "1")
            .value("0.000001", "0.000001")
            .value("1E-7", "1e-7")
            .value("1E21", "1e+21")
            .value("0.30000000000000004", "0.30000000000000004")
            .value("4.9E-324", "5e-324")
            .value("1.7976931348623157E308", "1.7976931348623157e+308"),
        infinite(WireCase.of("double precision").keys("cellDataType: text"))
            .value("0", "\"0\"")
            .value("0.1", "\"0.1\"")
            .value("1E21", "\"1e+21\""));
  }

  private static WireCase infinite(WireCase type) {
    String name = type.types().h2();
    return type.value("CAST('NaN' AS " + name + ")", "null")
        .value("CAST('Infinity' AS " + name + ")", "null")
        .value("CAST('-Infinity' AS " + name + ")", "null");
  }

  private static Stream<WireCase> times() {
    return Stream.of(
        WireCase.of("date")
            .value("'2024-02-29'", "\"2024-02-29\"")
            .value("'0001-01-01'", "\"0001-01-01\"")
            .value("'9999-12-31'", "\"9999-12-31\"")
            .value("DATE '10000-01-01'", "'10000-01-01'", "\"10000-01-01\"")
            .value("", "'infinity'", "null")
            .value("", "'-infinity'", "null"),
        WireCase.of("date").keys("cellDataType: text").value("'2024-02-29'", "\"2024-02-29\""),
        WireCase.of("timestamp(6)")
            .value("'2024-02-29 23:59:59'", "\"2024-02-29 23:59:59\"")
            .value("'2024-02-29 00:00:00'", "\"2024-02-29 00:00:00\"")
            .value("'2024-02-29 00:00:00.5'", "\"2024-02-29 00:00:00.5\"")
            .value("'2024-02-29 12:00:00.123456'", "\"2024-02-29 12:00:00.123456\"")
            .value("'2024-02-29 12:00:00.000010'", "\"2024-02-29 12:00:00.00001\"")
            .value("'0001-01-01 00:00:00'", "\"0001-01-01 00:00:00\"")
            .value(
                "TIMESTAMP '10000-01-01 10:20:30'",
                "'10000-01-01 10:20:30'",
                "\"10000-01-01 10:20:30\"")
            .value("", "'infinity'", "null")
            .value("", "'-infinity'", "null"),
        WireCase.of("timestamp(6) with time zone")
            .value("'2024-02-29 23:59:59+00:00'", "\"2024-02-29 23:59:59\"")
            .value("'2024-02-29 23:59:59+05:30'", "\"2024-02-29 18:29:59\"")
            .value("'2024-02-29 23:59:59.25-08:00'", "\"2024-03-01 07:59:59.25\"")
            .value("'1900-01-01 00:00:00+00:00'", "\"1900-01-01 00:00:00\"")
            .value(
                "TIMESTAMP WITH TIME ZONE '10000-01-01 10:20:30+00:00'",
                "'10000-01-01 10:20:30+00:00'",
                "\"10000-01-01 10:20:30\"")
            .value("", "'infinity'", "null")
            .value("", "'-infinity'", "null"),
        WireCase.of("time(6)")
            .value("'00:00:00'", "\"00:00:00\"")
            .value("'23:59:59.999999'", "\"23:59:59.999999\"")
            .value("'12:30:00.5'", "\"12:30:00.5\"")
            .value("'12:30:00.000001'", "\"12:30:00.000001\""));
  }

  private static Stream<WireCase> texts() {
    return Stream.of(
        allTexts(WireCase.of("text")),
        allTexts(WireCase.of("varchar(1000)")),
        WireCase.of("char(5)")
            .value("'ab'", "\"ab\"")
            .value("'abcde'", "\"abcde\"")
            .value("''", "\"\"")
            .value("' a'", "\" a\""),
        WireCase.of("uuid")
            .value(
                "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
                "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\""),
        WireCase.of("enum", "enum('sad','quite ok','it''s (good), I say')", "mood")
            .value("'sad'", "\"sad\"")
            .value("'quite ok'", "\"quite ok\"")
            .value("'it''s (good), I say'", "\"it's (good), I say\""));
  }

  private static WireCase allTexts(WireCase type) {
    return type.value("''", "\"\"")
        .value("'plain'", "\"plain\"")
        .value("'007'", "\"007\"")
        .value("'null'", "\"null\"")
        .value("'  blanks  '", "\"  blanks  \"")
        .value("'say \"x\" \\ /'", "\"say \\\"x\\\" \\\\ /\"")
        .value(
            "U&'\\0001\\0008\\0009\\000a\\000c\\000d\\001f'", "\"\\u0001\\b\\t\\n\\f\\r\\u001f\"")
        .value("'\u007f'", "\"\u007f\"")
        .value("'gr\u00fc\u00dfe \u65e5\u672c'", "\"gr\u00fc\u00dfe \u65e5\u672c\"")
        .value("'\ud83d\ude31'", "\"\ud83d\ude31\"")
        .value("'\u2028\u2029'", "\"\u2028\u2029\"")
        .value("repeat('ab\"', 300)", '"' + "ab\\\"".repeat(300) + '"');
  }
}

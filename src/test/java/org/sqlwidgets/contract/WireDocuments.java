package org.sqlwidgets.contract;

import java.util.stream.Stream;

/** Documents, arrays, bytes, and the types that have only a text (widget-file §9). */
final class WireDocuments {
  private static final String SPARKLINE = "sparkline: {type: line}";
  private static final String CARD = "renderFn: hoverCard";

  private WireDocuments() {}

  static Stream<WireCase> all() {
    return Stream.of(json(), arrays(), others()).flatMap(s -> s);
  }

  private static Stream<WireCase> json() {
    return Stream.of(
        documents(WireCase.of("json")),
        documents(WireCase.of("jsonb", "json", "jsonb")),
        WireCase.of("json")
            .keys(CARD)
            .value("JSON '{\"value\": 1, \"b\": [ \"x y\" ]}'", "{\"value\":1,\"b\":[\"x y\"]}")
            .value("JSON 'null'", "null"),
        WireCase.of("jsonb", "json", "jsonb")
            .keys(SPARKLINE)
            .value("JSON '[1, 2.50, null]'", "[1,2.50,null]")
            .value("JSON '[]'", "[]"));
  }

  private static WireCase documents(WireCase type) {
    return type.value("JSON '{\"a\": [1, 2.50, true, null]}'", "\"{\\\"a\\\":[1,2.50,true,null]}\"")
        .value("JSON '{}'", "\"{}\"")
        .value("JSON '[ ]'", "\"[]\"")
        .value("JSON 'null'", "\"null\"")
        .value("JSON '\"\"'", "\"\\\"\\\"\"")
        .value(
            "JSON '{\"k 1\": \"a \\\" b : , c\"}'", "\"{\\\"k 1\\\":\\\"a \\\\\\\" b : , c\\\"}\"")
        .value("JSON '[\"\u2028 \ud83d\ude31\"]'", "\"[\\\"\u2028 \ud83d\ude31\\\"]\"");
  }

  private static Stream<WireCase> arrays() {
    return Stream.of(
        WireCase.of("integer array")
            .value("ARRAY[1, NULL, -3]", "\"[1,null,-3]\"")
            .value("CAST(ARRAY[] AS integer array)", "\"[]\""),
        WireCase.of("integer array")
            .keys(SPARKLINE)
            .value("ARRAY[3, 1, NULL]", "[3,1,null]")
            .value("CAST(ARRAY[] AS integer array)", "[]"),
        WireCase.of("bigint array")
            .value("ARRAY[9223372036854775807]", "\"[9223372036854775807]\""),
        WireCase.of("numeric(20,2) array")
            .value("ARRAY[1.50, 0]", "\"[1.50,0.00]\"")
            .value("ARRAY[12345678901234567.25]", "\"[12345678901234567.25]\""),
        WireCase.of("double precision array")
            .value("ARRAY[1.0, 0.1, 1E21]", "\"[1,0.1,1e+21]\"")
            .value("ARRAY[CAST('NaN' AS double precision)]", "\"[null]\""),
        WireCase.of("double precision array")
            .keys(SPARKLINE)
            .value("ARRAY[1.0, 0.1, 1E21]", "[1,0.1,1e+21]"),
        WireCase.of("real array").value("ARRAY[1.0, 0.1]", "\"[1,0.1]\""),
        WireCase.of("boolean array").value("ARRAY[TRUE, FALSE, NULL]", "\"[true,false,null]\""),
        WireCase.of("text array", "varchar(100) array", "text array")
            .value("ARRAY['a', '', NULL, 'NULL']", "\"[\\\"a\\\",\\\"\\\",null,\\\"NULL\\\"]\"")
            .value("ARRAY['x,y', '{z}']", "\"[\\\"x,y\\\",\\\"{z}\\\"]\"")
            .value("ARRAY['\"', '\\']", "\"[\\\"\\\\\\\"\\\",\\\"\\\\\\\\\\\"]\"")
            .value("ARRAY[U&'\\000a\\0001']", "\"[\\\"\\\\n\\\\u0001\\\"]\""),
        WireCase.of("char(3) array").value("ARRAY['a', 'abc']", "\"[\\\"a\\\",\\\"abc\\\"]\""),
        WireCase.of("date array")
            .value("ARRAY[DATE '2024-02-29', NULL]", "\"[\\\"2024-02-29\\\",null]\""),
        WireCase.of("timestamp(6) array")
            .value(
                "ARRAY[TIMESTAMP '2024-02-29 01:02:03.5']", "\"[\\\"2024-02-29 01:02:03.5\\\"]\""),
        WireCase.of("timestamp(6) with time zone array")
            .value(
                "ARRAY[TIMESTAMP WITH TIME ZONE '2024-02-29 01:02:03+01:00']",
                "\"[\\\"2024-02-29 00:02:03\\\"]\""),
        WireCase.of("time(6) array").value("ARRAY[TIME '01:02:03']", "\"[\\\"01:02:03\\\"]\""),
        WireCase.of("uuid array")
            .value(
                "ARRAY[CAST('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' AS uuid)]",
                "\"[\\\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\\\"]\""),
        WireCase.of("json array")
            .value("ARRAY[JSON '{\"a\": 1}', JSON 'null']", "\"[{\\\"a\\\":1},null]\""),
        WireCase.of("bytea array", "varbinary(10) array", "bytea array")
            .value("ARRAY[X'00ff']", "ARRAY['\\x00ff'::bytea]", "\"[\\\"AP8=\\\"]\""),
        WireCase.of("two dimensions", "integer array array", "integer[][]")
            .value("ARRAY[ARRAY[1, 2], ARRAY[3, NULL]]", "\"[[1,2],[3,null]]\""),
        WireCase.of("array that begins at 5", "", "integer[]")
            .value("", "'[5:6]={1,2}'", "\"[1,2]\""));
  }

  private static Stream<WireCase> others() {
    return Stream.of(
        WireCase.of("bytea")
            .value("X''", "''", "\"\"")
            .value("X'00ff10'", "'\\x00ff10'", "\"AP8Q\"")
            .value("X'00'", "'\\x00'", "\"AA==\""),
        // Each database has a text form of its own for these.
        WireCase.of("interval", "interval day to second", "interval")
            .value(
                "INTERVAL '1 02:03:04' DAY TO SECOND",
                "",
                "\"INTERVAL '1 02:03:04' DAY TO SECOND\"")
            .value("", "'1 day 02:03:04'", "\"1 day 02:03:04\""),
        WireCase.of("time with time zone")
            .value("TIME WITH TIME ZONE '12:00:00+01:00'", "\"12:00:00+01\""),
        WireCase.of("inet", "", "inet").value("", "'10.0.0.1/8'", "\"10.0.0.1/8\""),
        WireCase.of("money", "", "money").value("", "'-1234.5'", "\"-$1,234.50\""),
        WireCase.of("bit", "", "bit varying(8)").value("", "B'0101'", "\"0101\""),
        WireCase.of("range", "", "int4range").value("", "'[1,5)'", "\"[1,5)\""),
        WireCase.of("point", "", "point").value("", "'(1,2.5)'", "\"(1,2.5)\""),
        WireCase.of("tsvector", "", "tsvector").value("", "'a b'", "\"'a' 'b'\""),
        WireCase.of("xml", "", "xml").value("", "'<a/>'", "\"<a/>\""),
        WireCase.of("row", "row(a integer)", "pair")
            .value("ROW(1)", "", "\"ROW (1)\"")
            .value("", "ROW(1,'b c')", "\"(1,\\\"b c\\\")\""));
  }
}

package org.sqlwidgets.contract;

import static org.sqlwidgets.contract.ContractServer.encoded;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a request's value of {@code x} becomes in {@code SELECT CAST(:x AS …)}, or why it is
 * refused.
 *
 * @param control the keys of the param, such as {@code type: number, value: 0}
 * @param sqlType what the SQL casts to
 * @param query the request's query
 * @param status 200 or 422
 * @param expected the JSON of the value, or the text of the refusal
 */
record ParamCase(String control, String sqlType, String query, int status, String expected) {

  /** A control over a SQL type; the cases are made of it. */
  record Control(String keys, String sqlType) {

    /** The client sends nothing. */
    ParamCase absent(String json) {
      return new ParamCase(keys, sqlType, "", 200, json);
    }

    /** The client sends an empty value. */
    ParamCase empty(String json) {
      return new ParamCase(keys, sqlType, "x=", 200, json);
    }

    ParamCase sent(String value, String json) {
      return new ParamCase(keys, sqlType, "x=" + encoded(value), 200, json);
    }

    ParamCase refused(String value, String why) {
      return new ParamCase(keys, sqlType, "x=" + encoded(value), 422, "Parameter 'x': " + why);
    }

    ParamCase refusedQuery(String query, String why) {
      return new ParamCase(keys, sqlType, query, 422, "Parameter 'x': " + why);
    }

    ParamCase query(String query, String json) {
      return new ParamCase(keys, sqlType, query, 200, json);
    }
  }

  static Control control(String keys, String sqlType) {
    return new Control(keys, sqlType);
  }

  String file() {
    return """
    -- ---
    -- params:
    --   - {paramName: x, %s}
    -- ---
    SELECT CAST(:x AS %s) AS x
    """
        .formatted(control, sqlType);
  }

  /** The whole reply. */
  String reply() {
    return status == 200
        ? "[{\"x\":" + expected + "}]"
        : Arrays.stream(new String[] {"detail", "message"})
            .map(key -> "\"" + key + "\":\"" + expected.replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(",", "{", ",\"requestId\":\"test\"}"));
  }

  @Override
  public String toString() {
    return "{%s} as %s, ?%s".formatted(control, sqlType, query);
  }
}

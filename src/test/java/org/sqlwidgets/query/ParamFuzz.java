package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;

/** Holds the reading of param values to what it promises of any text. */
public final class ParamFuzz {
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu"));
  private static final int LONGEST_REFUSAL = 300;
  private static final int HEAD = 3;

  private ParamFuzz() {}

  /**
   * Reads one value.
   *
   * @param data three bytes choose control, SQL type and the rest; then the text in UTF-8
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length <= HEAD) {
      return;
    }
    ParamType control = ParamType.values()[(data[0] & 0xFF) % ParamType.values().length];
    SqlType type = SqlType.values()[(data[1] & 0xFF) % SqlType.values().length];
    ZoneId zone = ZONES.get((data[2] & 3) % ZONES.size());
    Clock clock = Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), zone);
    String text = new String(data, HEAD, data.length - HEAD, StandardCharsets.UTF_8);
    readsAgain(new ValueReader(clock), text, control, type);
    binds(new ParamBinder(clock), text, param(control, type, data[2]));
  }

  private static Param param(ParamType control, SqlType type, byte how) {
    boolean multi = (how & 4) != 0;
    return new Param(
        "x",
        control,
        multi,
        new BindType(type, "any", multi),
        WhenAbsent.values()[((how >> 3) & 3) % 3],
        (how & 32) == 0 ? Optional.empty() : Optional.of("1"),
        (how & 64) == 0 ? List.of() : List.of("1", "2.5", "1e3"),
        Optional.empty(),
        Map.of());
  }

  private static void readsAgain(ValueReader reader, String text, ParamType control, SqlType type) {
    try {
      Object value = reader.read(text, control, type);
      hold(isOf(value, control, type), "the value is of its type");
      hold(reader.read(printed(value), control, type).equals(value), "it is read again the same");
    } catch (RefusedValueException e) {
      isClean(String.valueOf(e.getMessage()));
    }
  }

  private static String printed(Object value) {
    return value.toString();
  }

  private static boolean isOf(Object value, ParamType control, SqlType type) {
    return switch (type) {
      case SMALLINT -> value instanceof Short || control == ParamType.DATE;
      case INTEGER -> value instanceof Integer || control == ParamType.DATE;
      case BIGINT -> value instanceof Long || control == ParamType.DATE;
      case NUMERIC -> value instanceof BigDecimal || control == ParamType.DATE;
      case REAL -> value instanceof Float f ? Float.isFinite(f) : control == ParamType.DATE;
      case DOUBLE -> value instanceof Double d ? Double.isFinite(d) : control == ParamType.DATE;
      case CHAR, TEXT -> value instanceof String;
      default -> isOther(value, type) || control == ParamType.DATE || isPlain(control);
    };
  }

  /** A number or a boolean keeps its own type where the SQL type has none for it. */
  private static boolean isPlain(ParamType control) {
    return control == ParamType.NUMBER || control == ParamType.BOOLEAN;
  }

  private static boolean isOther(Object value, SqlType type) {
    return switch (type) {
      case BOOLEAN -> value instanceof Boolean;
      case DATE -> value instanceof LocalDate;
      case TIMESTAMP -> value instanceof LocalDateTime;
      case TIMESTAMPTZ -> value instanceof OffsetDateTime;
      case TIME -> value instanceof LocalTime;
      case UUID -> value instanceof UUID;
      default -> value instanceof String;
    };
  }

  private static void binds(ParamBinder binder, String text, Param param) {
    try {
      BoundParams bound = binder.bind(List.of(param), name -> List.of(text));
      hold(bound.values().keySet().equals(java.util.Set.of("x")), "each param has its value");
      Object value = bound.get("x").value();
      hold(value == null || param.multi() == value instanceof List, "several values are a list");
    } catch (QueryFailedException e) {
      hold(e.reason() == Reason.REFUSED, "a value is refused, nothing else");
      hold(String.valueOf(e.getMessage()).startsWith("Parameter 'x': "), "the param is named");
      isClean(String.valueOf(e.getMessage()));
    }
  }

  private static void isClean(String refusal) {
    hold(refusal.length() < LONGEST_REFUSAL, "a refusal is short");
    hold(refusal.chars().noneMatch(Character::isISOControl), "a refusal is one clean line");
  }

  private static void hold(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }
}

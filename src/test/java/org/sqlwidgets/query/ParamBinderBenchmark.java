package org.sqlwidgets.query;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;

/** How long it takes to turn a request's texts into typed values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParamBinderBenchmark {
  private static final Map<String, List<String>> SENT =
      Map.of(
          "symbol", List.of("SYM077"),
          "from", List.of("2024-02-29"),
          "limit", List.of("250"),
          "sectors", List.of("Energy,Financials,Health Care"));

  private final ParamBinder binder = new ParamBinder(Clock.systemUTC());
  private final List<Param> params =
      List.of(
          param("symbol", ParamType.TEXT, BindType.TEXT),
          param("from", ParamType.DATE, new BindType(SqlType.DATE, "date", false)),
          param("limit", ParamType.NUMBER, new BindType(SqlType.INTEGER, "int4", false)),
          param("sectors", ParamType.TEXT, BindType.TEXT.withArray(true)));

  private static Param param(String name, ParamType type, BindType bound) {
    return new Param(
        name,
        type,
        bound.array(),
        bound,
        Param.WhenAbsent.NULL,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** A text, a date, a number and a list of three. */
  @Benchmark
  public BoundParams bind() {
    return binder.bind(params, name -> SENT.getOrDefault(name, List.of()));
  }
}

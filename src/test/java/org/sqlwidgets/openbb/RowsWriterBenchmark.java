package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.SqlType;

/** How long a reply takes to write, without the database: a date, a text and two numbers a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowsWriterBenchmark {
  /** The rows of one reply. */
  @Param({"1", "100", "10000"})
  public int rows;

  private final RowsWriter writer =
      new RowsWriter(
          List.of(
              column("trade_date", SqlType.DATE),
              column("symbol", SqlType.TEXT),
              column("close", SqlType.NUMERIC),
              column("volume", SqlType.BIGINT)));

  private static ColumnDef column(String field, SqlType type) {
    return new ColumnDef(field, type, type, 0, ColumnDef.WireForm.BY_TYPE, Map.of("field", field));
  }

  /** Counts the bytes of the reply. */
  @Benchmark
  public long write() {
    long[] bytes = {0};
    writer.write(new SameRows(rows), (chunk, length) -> bytes[0] += length);
    return bytes[0];
  }

  /** The same row again and again, as PostgreSQL's driver hands its values out. */
  private static final class SameRows implements Rows {
    private static final byte[] DATE = "2024-02-29".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SYMBOL = "SYM077 \"A\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "1234.5678".getBytes(StandardCharsets.UTF_8);
    private int left;

    SameRows(int rows) {
      left = rows;
    }

    @Override
    public boolean next() {
      return left-- > 0;
    }

    @Override
    public int columnCount() {
      return 4;
    }

    @Override
    public void writeTo(int column, ValueSink sink) {
      switch (column) {
        case 0 -> sink.text(DATE, 0, DATE.length);
        case 1 -> sink.text(SYMBOL, 0, SYMBOL.length);
        case 2 -> sink.number(CLOSE, 0, CLOSE.length);
        default -> sink.number(123_456_789L);
      }
    }
  }
}

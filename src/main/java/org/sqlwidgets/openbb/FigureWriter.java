package org.sqlwidgets.openbb;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.FigureData.Group;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.CellFormat;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.BubbleScale;
import org.sqlwidgets.widget.FigureNode.Each;
import org.sqlwidgets.widget.FigureNode.FromRows;
import org.sqlwidgets.widget.FigureNode.GroupName;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Leaf;
import org.sqlwidgets.widget.FigureNode.Members;

/**
 * Writes a figure with the values of the rows in their places (contract §4.3, §4.4).
 *
 * <p>The values of a column stand together, so the rows are gathered first, as the bytes that will
 * be sent.
 */
final class FigureWriter implements ReplyWriter {
  private final Members filled;
  private final Members empty;
  private final FigurePlaces places;

  /**
   * A writer of one figure.
   *
   * @param filled the figure as it is with rows
   * @param empty the same figure, saying that there are no rows
   */
  FigureWriter(Members filled, Members empty) {
    this.filled = filled;
    this.empty = empty;
    this.places = FigurePlaces.of(filled);
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    FigureData data = new FigureData(places, rows);
    Utf8Json json = new Utf8Json(out);
    new Pass(data, json).write(data.isEmpty() ? empty : filled, data.all());
    json.finish();
  }

  /**
   * One reply.
   *
   * @param data what the rows gave
   * @param json where it goes
   */
  private record Pass(FigureData data, Utf8Json json) {

    void write(FigureNode node, Group group) {
      switch (node) {
        case Leaf(Object value) -> leaf(value);
        case FromRows place -> group.lane(place).writeTo(json);
        case Members(var nodes) -> members(nodes, group);
        case Items items -> items(items, group);
        case BubbleScale scale -> json.number(Double.toString(data.factor(scale)));
        case GroupName name -> name(group);
        case Each each -> throw new IllegalStateException("outside of a list");
      }
    }

    private void leaf(@Nullable Object value) {
      switch (value) {
        case null -> json.nullValue();
        case Boolean bool -> json.bool(bool);
        case Integer number -> json.number(number);
        case BigDecimal number -> json.number(number.toPlainString());
        case Double number -> json.number(number.toString());
        default -> json.text(value.toString());
      }
    }

    private void name(Group group) {
      String value = group.value();
      json.text(value == null ? CellFormat.NOTHING : value);
    }

    private void members(Map<String, FigureNode> nodes, Group group) {
      char before = '{';
      for (Map.Entry<String, FigureNode> entry : nodes.entrySet()) {
        json.json(String.valueOf(before));
        json.text(entry.getKey());
        json.json(":");
        write(entry.getValue(), group);
        before = ',';
      }
      json.json(before == '{' ? "{}" : "}");
    }

    private void items(Items items, Group group) {
      String before = "[";
      for (FigureNode node : items.nodes()) {
        if (node instanceof Each each) {
          for (Group own : data.groups(each)) {
            json.json(before);
            write(each.item(), own);
            before = ",";
          }
        } else {
          json.json(before);
          write(node, group);
          before = ",";
        }
      }
      json.json(before.equals("[") ? "[]" : "]");
    }
  }
}

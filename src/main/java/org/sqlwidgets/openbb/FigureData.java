package org.sqlwidgets.openbb;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.widget.FigureNode.BubbleScale;
import org.sqlwidgets.widget.FigureNode.Each;
import org.sqlwidgets.widget.FigureNode.FromRows;

/** What the rows of one reply give to all places of a figure. */
final class FigureData {
  private static final int MOST_GROUPS = 500;

  private final ByteBudget budget = new ByteBudget();
  private final Group all;
  private final Map<Each, Groups> groups = new LinkedHashMap<>();
  private final Map<BubbleScale, Double> largest = new HashMap<>();
  private final Cell cell = new Cell();
  private boolean empty = true;

  /**
   * The rows with one value of a column, or all rows.
   *
   * @param value as a text; null is SQL NULL
   * @param lanes what these rows give
   */
  record Group(@Nullable String value, Map<FromRows, Lane> lanes) {

    /** What was gathered for a place. */
    Lane lane(FromRows place) {
      return Objects.requireNonNull(lanes.get(place));
    }

    private void add(Rows rows) {
      lanes.values().forEach(lane -> lane.add(rows));
    }
  }

  /** Reads all rows for the places that a figure has. */
  FigureData(FigurePlaces places, Rows rows) {
    all = group(null, places.places());
    places.groups().forEach((each, inside) -> groups.put(each, new Groups(each, inside)));
    places.scales().forEach(scale -> largest.put(scale, 0.0));
    while (rows.next()) {
      empty = false;
      all.add(rows);
      groups.values().forEach(group -> group.add(rows));
      largest.replaceAll((scale, most) -> Math.max(most, size(scale, rows)));
    }
    groups.values().forEach(Groups::openOne);
  }

  private Group group(@Nullable String value, List<FromRows> places) {
    Map<FromRows, Lane> lanes = new LinkedHashMap<>();
    places.forEach(place -> lanes.put(place, new Lane(place, budget)));
    return new Group(value, lanes);
  }

  private double size(BubbleScale scale, Rows rows) {
    String text = cell.read(rows, scale.column());
    return text == null ? 0 : Math.min(Math.abs(Double.parseDouble(text)), Double.MAX_VALUE);
  }

  /** True when there was no row at all. */
  boolean isEmpty() {
    return empty;
  }

  /** All rows. */
  Group all() {
    return all;
  }

  /** The rows of each value of a column, in the order in which the values came. */
  Collection<Group> groups(Each each) {
    return Objects.requireNonNull(groups.get(each)).byValue.values();
  }

  /** The factor that gives the largest bubble its diameter (Plotly's {@code sizeref}). */
  double factor(BubbleScale scale) {
    double most = Objects.requireNonNull(largest.get(scale));
    return most == 0 ? 1 : most / (scale.diameter() * scale.diameter() / 2.0);
  }

  private final class Groups {
    private final Each each;
    private final List<FromRows> places;
    private final Map<@Nullable String, Group> byValue = new LinkedHashMap<>();

    Groups(Each each, List<FromRows> places) {
      this.each = each;
      this.places = places;
    }

    void add(Rows rows) {
      String value = cell.read(rows, each.column());
      Group group = byValue.get(value);
      if (group == null) {
        group = open(value);
        byValue.put(value, group);
      }
      group.add(rows);
    }

    private Group open(@Nullable String value) {
      if (byValue.size() == MOST_GROUPS) {
        throw new QueryFailedException(
            Reason.REFUSED,
            "The chart would have more than "
                + MOST_GROUPS
                + " series; narrow the parameters, or ask the author to choose another column for"
                + " them",
            null);
      }
      return group(value, places);
    }

    /** Without rows there is one group all the same, so that a list is never empty. */
    void openOne() {
      if (byValue.isEmpty()) {
        byValue.put(null, open(null));
      }
    }
  }
}

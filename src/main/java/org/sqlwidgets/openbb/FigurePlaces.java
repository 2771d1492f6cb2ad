package org.sqlwidgets.openbb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.BubbleScale;
import org.sqlwidgets.widget.FigureNode.Each;
import org.sqlwidgets.widget.FigureNode.FromRows;
import org.sqlwidgets.widget.FigureNode.GroupName;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Leaf;
import org.sqlwidgets.widget.FigureNode.Members;

/**
 * The places of a figure that are filled from rows.
 *
 * @param places those outside of groups
 * @param groups those inside, by the item that is repeated
 * @param scales the factors over all rows
 */
record FigurePlaces(
    List<FromRows> places, Map<Each, List<FromRows>> groups, Set<BubbleScale> scales) {

  /** Finds the places of a figure, each once. */
  static FigurePlaces of(FigureNode root) {
    Set<FromRows> places = new LinkedHashSet<>();
    Map<Each, List<FromRows>> groups = new LinkedHashMap<>();
    Set<BubbleScale> scales = new LinkedHashSet<>();
    collect(root, places, groups, scales);
    return new FigurePlaces(List.copyOf(places), groups, scales);
  }

  private static void collect(
      FigureNode node,
      Set<FromRows> places,
      Map<Each, List<FromRows>> groups,
      Set<BubbleScale> scales) {
    switch (node) {
      case FromRows place -> places.add(place);
      case Members(var nodes) ->
          nodes.values().forEach(child -> collect(child, places, groups, scales));
      case Items(var nodes) -> nodes.forEach(child -> collect(child, places, groups, scales));
      case BubbleScale scale -> scales.add(scale);
      case Each each -> {
        Set<FromRows> own = new LinkedHashSet<>();
        collect(each.item(), own, groups, scales);
        groups.put(each, new ArrayList<>(own));
      }
      case Leaf leaf -> {}
      case GroupName name -> {}
    }
  }
}

package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.openbb.View.Theme;

/**
 * The colours of charts on a dashboard of one theme (contract §4.3).
 *
 * @param background behind the chart
 * @param text titles and legends
 * @param muted labels of axes
 * @param grid lines across the chart
 * @param line axes
 * @param up prices that rise
 * @param down prices that fall
 * @param series one series after the other
 */
record Palette(
    String background,
    String text,
    String muted,
    String grid,
    String line,
    String up,
    String down,
    List<String> series) {

  /** The font of all texts. */
  static final String FONT = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif";

  private static final Palette DARK =
      new Palette(
          "#151518",
          "#E6E6EA",
          "#A0A0AC",
          "#2A2A31",
          "#3F3F4A",
          "#3ECF8E",
          "#F2708A",
          List.of(
              "#5B9BFF", "#F6B44B", "#3ECF8E", "#F2708A", "#B48CFF", "#3CC9DA", "#FF9166",
              "#A9C25D", "#E58AD0", "#9FB3C8"));

  private static final Palette LIGHT =
      new Palette(
          "#FFFFFF",
          "#1F2328",
          "#5F6672",
          "#E7E9ED",
          "#C3C8D1",
          "#0F8A5F",
          "#D1345B",
          List.of(
              "#2463EB", "#C77700", "#0F8A5F", "#D1345B", "#7A4FD6", "#0E7C90", "#D9531E",
              "#5E7A12", "#B0389A", "#5A6B7F"));

  /** The colours of a theme. */
  static Palette of(Theme theme) {
    return switch (theme) {
      case DARK -> DARK;
      case LIGHT -> LIGHT;
    };
  }
}

package org.sqlwidgets.access;

import java.util.Set;

/**
 * The widgets that the holder of a key may see; whatever else there is does not exist for it.
 *
 * @param everything true when nothing is left out
 * @param widgets ids
 * @param folders folders below the folder of widgets, each with all that is below it
 */
public record AllowList(boolean everything, Set<String> widgets, Set<String> folders) {
  /** For who may see everything. */
  public static final AllowList ALL = new AllowList(true, Set.of(), Set.of());

  /** For who may see nothing. */
  public static final AllowList NONE = new AllowList(false, Set.of(), Set.of());

  /** Copies the sets. */
  public AllowList {
    widgets = Set.copyOf(widgets);
    folders = Set.copyOf(folders);
  }

  /**
   * Tells whether a widget may be seen.
   *
   * @param id its present id
   * @param folder the folder of its file, below the folder of widgets
   */
  public boolean showsWidget(String id, String folder) {
    return everything || widgets.contains(id) || showsFolder(folder);
  }

  /** Tells whether all of a folder may be seen. */
  public boolean showsFolder(String folder) {
    return everything
        || folders.stream().anyMatch(one -> folder.equals(one) || folder.startsWith(one + "/"));
  }
}

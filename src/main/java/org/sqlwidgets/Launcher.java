package org.sqlwidgets;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Starts {@link Application}, or says in one sentence that this Java is too old.
 *
 * <p>Compiled for Java 8, so that an old runtime can still load it; uses nothing newer.
 */
public final class Launcher {
  private static final int NEEDED = 25;

  private Launcher() {}

  /**
   * Entry point of the executable jar.
   *
   * @param args the command line, handed on as it is
   * @throws Throwable whatever {@code Application.main} throws
   */
  public static void main(String[] args) throws Throwable {
    String refusal =
        refusal(
            System.getProperty("java.specification.version", "0"),
            new File(System.getProperty("java.home", ".")));
    if (!refusal.isEmpty()) {
      System.err.println(refusal);
      System.exit(1);
    }
    Method main = Class.forName("org.sqlwidgets.Application").getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Why a Java of this version cannot run the program; empty when it can. */
  static String refusal(String specification, File home) {
    int found = featureVersion(specification);
    return found >= NEEDED
        ? ""
        : "SQL Widgets needs Java "
            + NEEDED
            + " or newer, found Java "
            + found
            + installed(home)
            + ".";
  }

  /** The feature release of a specification version: 8 for "1.8", 17 for "17". */
  static int featureVersion(String specification) {
    String text = specification.startsWith("1.") ? specification.substring(2) : specification;
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Names the Java homes beside the running one that look new enough. */
  private static String installed(File home) {
    File[] siblings = home.getParentFile() == null ? null : home.getParentFile().listFiles();
    StringBuilder names = new StringBuilder();
    if (siblings != null) {
      for (File sibling : siblings) {
        if (sibling.getName().contains(String.valueOf(NEEDED))
            && new File(sibling, "bin/java").exists()) {
          names.append(names.length() == 0 ? "; installed here: " : ", ");
          names.append(new File(sibling, "bin/java"));
        }
      }
    }
    return names.toString();
  }
}

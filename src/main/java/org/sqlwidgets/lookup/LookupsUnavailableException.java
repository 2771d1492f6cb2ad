package org.sqlwidgets.lookup;

/** The lookup tables cannot be read just now; what was read last stays right to serve. */
public final class LookupsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LookupsUnavailableException(Throwable cause) {
    super(
        "cannot read the lookups kept in the database (datasources.default): "
            + rootMessage(cause)
            + "; those read last are kept",
        cause);
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}

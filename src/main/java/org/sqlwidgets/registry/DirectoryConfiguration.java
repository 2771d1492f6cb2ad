package org.sqlwidgets.registry;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the widgets.
 *
 * @param directory its path; relative paths begin at the working directory
 */
@ConfigurationProperties("sql-widgets")
public record DirectoryConfiguration(@Bindable(defaultValue = "sql-widgets") String directory) {

  /**
   * The folder, which exists.
   *
   * @throws MissingDirectoryException when it does not
   */
  public Path path() {
    Path path = Path.of(directory);
    if (!Files.isDirectory(path)) {
      throw new MissingDirectoryException(
          "the folder %s does not exist (setting sql-widgets.directory, environment variable"
                  .formatted(path.toAbsolutePath().normalize())
              + " SQL_WIDGETS_DIRECTORY); create it, or name another");
    }
    return path;
  }

  /** A folder of widgets that is not there; the message is for the operator. */
  public static final class MissingDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingDirectoryException(String message) {
      super(message);
    }
  }
}

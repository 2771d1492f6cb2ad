package org.sqlwidgets.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceTextReader;

/**
 * The folder that holds the widgets (widget-file §2).
 *
 * <p>Files and folders whose name begins with {@code .} or {@code _} are not looked at, nor are
 * files that are none of ours. Links are followed, but not to a file of another kind than they
 * seem.
 */
public final class WidgetFiles {
  private static final String LOOKUPS = "lookups";
  private static final String ACTIONS = "actions";
  private static final int DEEPEST = 20;

  /** The folder is looked at every second, and a link may lead to all that the machine has. */
  static final int MOST_BEHIND_A_LINK = 5000;

  private static final int LONGER_WHEN_EMPTY = 20;

  private final Path directory;
  private final String shown;

  /** A folder that exists. */
  public WidgetFiles(Path directory) {
    this.directory = directory;
    this.shown = directory.normalize().toString().replace('\\', '/');
  }

  /**
   * What tells that a file has changed.
   *
   * @param modified when it was last written
   * @param size in bytes
   * @param key tells two files of one name apart, where the file system can: a link may lead to
   *     another file of the same time and size
   */
  public record Stamp(FileTime modified, long size, Optional<Object> key) {

    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          attributes.lastModifiedTime(),
          attributes.size(),
          Optional.ofNullable(attributes.fileKey()));
    }

    /**
     * True when somebody may still be writing the file, which many do by emptying it first.
     *
     * @param now the time of the machine that keeps the file, more or less
     * @param still for so long nobody has written; an empty file is given more time
     */
    public boolean isFresh(Instant now, Duration still) {
      Duration quiet = size == 0 ? still.multipliedBy(LONGER_WHEN_EMPTY) : still;
      return Duration.between(modified.toInstant(), now).abs().compareTo(quiet) < 0;
    }
  }

  /**
   * What the folder holds now.
   *
   * @param stamps those of all files that matter, by path below the folder, in order
   * @param folders this one and all below it, links followed
   * @param problems of links that are not followed
   */
  public record Listing(Map<String, Stamp> stamps, Set<Path> folders, List<Problem> problems) {}

  /**
   * Lists the folder.
   *
   * @throws IOException when the folder cannot be read
   */
  public Listing list() throws IOException {
    Walk walk = new Walk();
    Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, walk);
    return new Listing(walk.stamps, walk.folders, walk.problems);
  }

  /** One look at the folder; what lies behind a link to a folder is looked at up to a number. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Map<String, Stamp> stamps = new TreeMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Path link;
    private int behindLink;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(directory) && isHidden(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (link == null && !folder.equals(directory) && Files.isSymbolicLink(folder)) {
        link = folder;
        behindLink = 0;
      }
      if (isTooMuch()) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folders.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isTooMuch()) {
        return FileVisitResult.SKIP_SIBLINGS;
      }
      String path = relative(file);
      if (attributes.isRegularFile() && !isHidden(file) && kind(path).isPresent()) {
        if (leadsAstray(file)) {
          problems.add(astray(path));
        } else {
          stamps.put(path, Stamp.of(attributes));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isTooMuch() {
      return link != null && behindLink++ >= MOST_BEHIND_A_LINK;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (folder.equals(link)) {
        if (behindLink > MOST_BEHIND_A_LINK) {
          leaveOut(folder);
        }
        link = null;
      }
      return FileVisitResult.CONTINUE;
    }

    /** All of it, so that it does not depend on an order what is served. */
    private void leaveOut(Path folder) {
      stamps.keySet().removeIf(path -> directory.resolve(path).startsWith(folder));
      folders.removeIf(one -> one.startsWith(folder));
      problems.removeIf(one -> one.location().file().startsWith(shown + "/" + relative(folder)));
      problems.add(
          Problem.error(
              SourceLocation.of(shown + "/" + relative(folder)),
              "a link to a folder with more than %d files and folders is not followed; let it lead to one of widgets alone"
                  .formatted(MOST_BEHIND_A_LINK)));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(directory)) {
        throw e;
      }
      return isTooMuch() ? FileVisitResult.SKIP_SIBLINGS : FileVisitResult.CONTINUE;
    }
  }

  /**
   * True for a link to a file that is none of ours, such as one with the secrets of the process:
   * the gallery shows the text of each file, and messages quote it.
   */
  private static boolean leadsAstray(Path file) {
    try {
      return Files.isSymbolicLink(file) && !form(file.toRealPath()).equals(form(file));
    } catch (IOException e) {
      return true;
    }
  }

  private static Optional<Kind> form(Path file) {
    return kind(file.getFileName().toString());
  }

  private Problem astray(String path) {
    return Problem.error(
        SourceLocation.of(shown + "/" + path),
        "a link to a file of another kind is not followed; let it lead to a file whose name ends"
            + " like its own");
  }

  /**
   * A file with its bytes; empty when it has gone meanwhile, or leads elsewhere now. Of one that is
   * too large, such as somebody's dump of a database, no more than shows that it is.
   */
  public Optional<SourceFile> read(String path) throws IOException {
    Path file = directory.resolve(path);
    if (leadsAstray(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SourceTextReader.MAX_BYTES + 1);
      return kind(path).map(kind -> new SourceFile(path, shown + "/" + path, kind, bytes));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** True when a file is there and has not changed since it was listed. */
  public boolean isStill(String path, Stamp listed) throws IOException {
    try {
      BasicFileAttributes now =
          Files.readAttributes(directory.resolve(path), BasicFileAttributes.class);
      return listed.equals(Stamp.of(now));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The folder as people know it. */
  @Override
  public String toString() {
    return shown;
  }

  private String relative(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isHidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.startsWith("_");
  }

  private static Optional<Kind> kind(String path) {
    if (path.equals("apps.json")) {
      return Optional.of(Kind.EXPORTED_APPS);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("app.yml") || name.equals("app.yaml")) {
      return Optional.of(Kind.APP);
    }
    if (!name.endsWith(".sql")) {
      return Optional.empty();
    }
    if (path.startsWith(LOOKUPS + "/")) {
      return Optional.of(Kind.LOOKUP);
    }
    return Optional.of(path.startsWith(ACTIONS + "/") ? Kind.ACTION : Kind.WIDGET);
  }
}

package org.sqlwidgets.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.definition.WidgetFiles;
import org.sqlwidgets.definition.WidgetFiles.Listing;
import org.sqlwidgets.definition.WidgetFiles.Stamp;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot.KnownProblem;
import org.sqlwidgets.widget.Query;

/**
 * Holds the snapshot that is served, and makes a new one when files or lookups change.
 *
 * <p>What has changed is told by the files' times and sizes, never by events: folders that are
 * mounted into containers send none.
 */
public final class WidgetRegistry {
  /**
   * A file that changed within this time may be half written; less than the quiet that the watch
   * awaits, so that it costs no second look.
   */
  static final Duration STILL = Duration.ofMillis(15);

  private static final Logger LOG = LoggerFactory.getLogger(WidgetRegistry.class);

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

  private final WidgetFiles files;
  private final WidgetCompiler compiler;
  private final Supplier<DatabaseLookups> storedLookups;
  private final Clock clock;
  private final KnownProblems known;
  private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
  private final List<LongConsumer> afterChange = new CopyOnWriteArrayList<>();
  private final Map<String, Read> read = new HashMap<>();
  private DatabaseLookups lookups = DatabaseLookups.NONE;
  private Set<Path> folders = Set.of();
  private List<Problem> links = List.of();
  private boolean unsettled;
  private boolean beingWritten;
  private long lastSearch = System.nanoTime() - LEAST_PAUSE.toNanos();
  private volatile Snapshot snapshot = Snapshot.NONE;
  private volatile Reloads reloads = Reloads.NONE;

  /**
   * A registry that serves nothing yet.
   *
   * @param files the folder
   * @param compiler used by this registry alone
   * @param storedLookups reads the lookups that are kept in the database; may fail
   * @param clock tells since when a problem is there
   */
  public WidgetRegistry(
      WidgetFiles files,
      WidgetCompiler compiler,
      Supplier<DatabaseLookups> storedLookups,
      Clock clock) {
    this.files = files;
    this.compiler = compiler;
    this.storedLookups = storedLookups;
    this.clock = clock;
    this.known = new KnownProblems(clock);
  }

  /**
   * A file as it was last read.
   *
   * @param stamp tells whether it has changed since
   * @param readAt when it was read: a write within the same tick of the clock shows no new time
   * @param file its content
   */
  private record Read(Stamp stamp, Instant readAt, SourceFile file) {}

  /** What is served now. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** How often the folder was compiled, and when it was last looked at. */
  public Reloads reloads() {
    return reloads;
  }

  /** True when the last look left out a file that was being written. */
  synchronized boolean isBeingWritten() {
    return beingWritten;
  }

  /** The folders that were looked into the last time. */
  synchronized Set<Path> folders() {
    return folders;
  }

  /** Calls a listener with every new snapshot, and at once with the present one. */
  public void onChange(Consumer<Snapshot> listener) {
    listeners.add(listener);
    listener.accept(snapshot);
  }

  /** Tells a listener each new snapshot's version, once all others have taken the snapshot. */
  public void afterChange(LongConsumer listener) {
    afterChange.add(listener);
  }

  /**
   * Looks for changes and serves them.
   *
   * @return true when something has changed
   */
  public synchronized boolean refresh() {
    return refresh(Duration.ZERO);
  }

  /**
   * The same without files that somebody may still be writing: what is served of them stays.
   *
   * @param still a file that changed within this time is looked at later
   */
  synchronized boolean refresh(Duration still) {
    List<Problem> own = new ArrayList<>();
    beingWritten = false;
    boolean filesChanged = readFiles(still, own);
    boolean lookupsChanged = readLookups(own);
    reloads = own.isEmpty() ? reloads.succeeded(clock.instant()) : reloads;
    boolean newProblem = !own.isEmpty();
    if (!filesChanged && !lookupsChanged && !newProblem && !unsettled && snapshot.version() > 0) {
      return false;
    }
    List<SourceFile> sources = new TreeMap<>(read).values().stream().map(Read::file).toList();
    long begun = System.nanoTime();
    Compilation compilation = compiler.compile(sources, lookups);
    reloads = reloads.compiled(Duration.ofNanos(System.nanoTime() - begun));
    unsettled = compilation.unsettled() || !own.isEmpty();
    List<Problem> problems = new ArrayList<>(own);
    problems.addAll(links);
    problems.addAll(compilation.problems());
    return publish(compilation, problems);
  }

  /**
   * Describes every query anew, because the tables behind one have changed since it was described.
   *
   * @param query the one; nothing is done when it is no longer served
   */
  public synchronized void describeAnew(Query query) {
    if (snapshot.serves(query)) {
      LOG.info("tables have changed; all queries are described anew");
      compiler.forget();
      unsettled = true;
      refresh(STILL);
    }
  }

  /**
   * Describes every query anew, because something that one names is gone; at most once in a while,
   * since the same query may go on failing.
   *
   * @param query the one; nothing is done when it is no longer served
   */
  public synchronized void findMissing(Query query) {
    long now = System.nanoTime();
    if (now - lastSearch > LEAST_PAUSE.toNanos()) {
      lastSearch = now;
      describeAnew(query);
    }
  }

  private boolean publish(Compilation compilation, List<Problem> problems) {
    Snapshot before = snapshot;
    List<KnownProblem> known = this.known.update(problems);
    if (before.version() > 0
        && compilation.equals(before.compilation())
        && known.equals(before.problems())) {
      return false;
    }
    Snapshot next = new Snapshot(before.version() + 1, compilation, known);
    snapshot = next;
    listeners.forEach(listener -> listener.accept(next));
    afterChange.forEach(listener -> listener.accept(next.version()));
    return true;
  }

  private boolean readFiles(Duration still, List<Problem> problems) {
    Map<String, Stamp> stamps;
    List<Problem> before = links;
    try {
      Listing listing = files.list();
      stamps = listing.stamps();
      folders = listing.folders();
      links = listing.problems();
    } catch (IOException e) {
      problems.add(
          Problem.error(
              SourceLocation.of(files.toString()), "the folder cannot be read: " + e.getMessage()));
      return false;
    }
    boolean changed = !before.equals(links);
    changed |= read.keySet().retainAll(stamps.keySet());
    for (Map.Entry<String, Stamp> entry : stamps.entrySet()) {
      changed |= readFile(entry.getKey(), entry.getValue(), still, problems);
    }
    return changed;
  }

  private boolean readFile(String path, Stamp stamp, Duration still, List<Problem> problems) {
    @Nullable Read before = read.get(path);
    if (before != null && before.stamp().equals(stamp) && isOld(before)) {
      return false;
    }
    try {
      Instant now = clock.instant();
      boolean fresh = stamp.isFresh(Instant.now(), still);
      Optional<SourceFile> file = fresh ? Optional.empty() : files.read(path);
      if (fresh || (still.isPositive() && !files.isStill(path, stamp))) {
        beingWritten = true;
        return false;
      }
      if (file.isEmpty()) {
        return read.remove(path) != null;
      }
      read.put(path, new Read(stamp, now, file.get()));
      return before == null || !before.file().equals(file.get());
    } catch (IOException e) {
      problems.add(
          Problem.error(
              SourceLocation.of(files + "/" + path),
              "the file cannot be read: " + e.getMessage() + "; check its permissions"));
      return false;
    }
  }

  /** A file that was written just before it was read may have been written again unnoticed. */
  private static boolean isOld(Read read) {
    return read.readAt().isAfter(read.stamp().modified().toInstant().plusMillis(50));
  }

  private boolean readLookups(List<Problem> problems) {
    try {
      DatabaseLookups now = storedLookups.get();
      boolean changed = !now.equals(lookups);
      lookups = now;
      return changed;
    } catch (RuntimeException e) {
      LOG.debug("the lookups cannot be read", e);
      problems.add(
          Problem.error(SourceLocation.of("sql_widgets.lookup"), String.valueOf(e.getMessage())));
      return false;
    }
  }
}

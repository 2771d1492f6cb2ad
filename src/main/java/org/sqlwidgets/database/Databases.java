package org.sqlwidgets.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.sql.SqlDialect;

/**
 * The open databases: the readers that run the widgets' queries, and the owner of our tables.
 *
 * <p>A reader's connection has autocommit off and is read-only; whoever borrows it rolls back.
 */
public final class Databases implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  private final @Nullable EmbeddedDatabase embedded;
  private final ConnectionPool owner;
  private final Map<String, Reader> readers;
  private final boolean example;

  private record Reader(ConnectionPool pool, SqlDialect dialect, String label) {}

  private Databases(
      @Nullable EmbeddedDatabase embedded,
      ConnectionPool owner,
      Map<String, Reader> readers,
      boolean example) {
    this.embedded = embedded;
    this.owner = owner;
    this.readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    this.example = example;
  }

  /**
   * Opens everything in order: owner, the product's tables, example data, readers.
   *
   * @param pools the pool settings of a datasource, by its name
   * @throws DatabaseStartException when the owner's database cannot be used
   */
  static Databases open(DatabasePlan plan, Function<String, PoolSettings> pools) {
    EmbeddedDatabase embedded =
        plan.embedded().map(url -> EmbeddedDatabase.open(url, plan.owner())).orElse(null);
    ConnectionPool owner = null;
    try {
      DatasourceSettings ownerSettings = embedded == null ? plan.owner() : embedded.owner();
      owner = Pools.owner(ownerSettings, pools.apply(DatabasePlan.DEFAULT));
      log(ownerSettings);
      migrate(owner, plan.example());
      return new Databases(embedded, owner, readers(plan, embedded, pools), plan.example());
    } catch (RuntimeException e) {
      close(owner);
      close(embedded);
      throw e;
    }
  }

  private static void migrate(ConnectionPool owner, boolean example) {
    Migrations migrations = new Migrations(owner);
    migrations.product();
    if (example) {
      migrations.example();
    }
  }

  private static Map<String, Reader> readers(
      DatabasePlan plan,
      @Nullable EmbeddedDatabase embedded,
      Function<String, PoolSettings> pools) {
    Map<String, Reader> readers = new LinkedHashMap<>();
    if (embedded != null && plan.widgetsOnEmbedded()) {
      DatasourceSettings widgets = embedded.createReader(DatabasePlan.WIDGETS);
      readers.put(widgets.name(), reader(widgets, pools));
    }
    for (DatasourceSettings settings : plan.readers()) {
      readers.put(settings.name(), reader(settings, pools));
    }
    return readers;
  }

  private static Reader reader(DatasourceSettings settings, Function<String, PoolSettings> pools) {
    log(settings);
    return new Reader(
        Pools.reader(settings, pools.apply(settings.name())),
        DatabasePlan.dialect(settings),
        label(settings));
  }

  private static void log(DatasourceSettings settings) {
    LOG.info("datasource {}: {} as {}", settings.name(), label(settings), settings.username());
  }

  private static String label(DatasourceSettings settings) {
    return DatabasePlan.withoutParameters(DatabasePlan.url(settings));
  }

  /**
   * The pool of a reader, for plain JDBC.
   *
   * @param name a name out of {@link #readerNames}
   * @throws IllegalArgumentException when there is no reader of that name
   */
  public DataSource reader(String name) {
    return find(name).pool();
  }

  /** The names that a widget's {@code datasource} may have; {@code default} is none of them. */
  public Set<String> readerNames() {
    return readers.keySet();
  }

  /** The SQL dialect of a reader's database, known without connecting. */
  public SqlDialect dialect(String name) {
    return find(name).dialect();
  }

  /** A reader's address without user, password and parameters. */
  public String label(String name) {
    return find(name).label();
  }

  /** Whether the product's tables live in the H2 database inside this process. */
  public boolean embedded() {
    return embedded != null;
  }

  /** Whether the example data was wanted, and so is there. */
  public boolean example() {
    return example;
  }

  /** What is told to the readers' databases by {@code NOTIFY}. */
  Notifications notifications() {
    return new Notifications(name -> find(name).pool().unpooled());
  }

  /** The pool of the owner, for the repositories. */
  DataSource owner() {
    return owner;
  }

  /** Notes where this process answers. */
  void answersAt(String address) {
    if (embedded != null) {
      embedded.answersAt(address);
    }
  }

  private Reader find(String name) {
    Reader reader = readers.get(name);
    if (reader == null) {
      throw new IllegalArgumentException(
          "there is no datasource \"%s\" for queries; there are %s"
              .formatted(name, readers.keySet()));
    }
    return reader;
  }

  /** Closes the readers, then the owner, then the embedded database. */
  @Override
  public void close() {
    readers.values().forEach(reader -> reader.pool().close());
    owner.close();
    close(embedded);
  }

  private static void close(@Nullable EmbeddedDatabase embedded) {
    if (embedded != null) {
      embedded.close();
    }
  }

  private static void close(@Nullable ConnectionPool pool) {
    if (pool != null) {
      pool.close();
    }
  }
}

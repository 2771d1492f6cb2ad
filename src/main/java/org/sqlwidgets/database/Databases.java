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
 * The open databases: the readers that run the widgets' queries, the writers that run actions, and
 * the owner of our tables.
 *
 * <p>All but the owner's connections have autocommit off, and a reader's are read-only; whoever
 * borrows one commits or rolls back.
 */
public final class Databases implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  private final @Nullable EmbeddedDatabase embedded;
  private final Source owner;
  private final Map<String, Source> readers;
  private final Map<String, Source> writers;
  private final boolean example;

  private record Source(ConnectionPool pool, SqlDialect dialect, String label) {}

  private Databases(
      @Nullable EmbeddedDatabase embedded,
      Source owner,
      Map<String, Source> readers,
      Map<String, Source> writers,
      boolean example) {
    this.embedded = embedded;
    this.owner = owner;
    this.readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    this.writers = Collections.unmodifiableMap(new LinkedHashMap<>(writers));
    this.example = example;
  }

  /**
   * Opens everything in order: owner, the product's tables, example data, readers, writers.
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
      owner = Pools.owner(ownerSettings, in(embedded, ownerSettings, pools));
      log(ownerSettings);
      migrate(owner, plan.example());
      return new Databases(
          embedded,
          source(ownerSettings, owner),
          readers(plan, embedded, pools),
          writers(plan, embedded, owner, pools),
          plan.example());
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

  private static Map<String, Source> readers(
      DatabasePlan plan,
      @Nullable EmbeddedDatabase embedded,
      Function<String, PoolSettings> pools) {
    Map<String, Source> readers = new LinkedHashMap<>();
    if (embedded != null && plan.widgetsOnEmbedded()) {
      DatasourceSettings widgets = embedded.createReader(DatabasePlan.WIDGETS);
      readers.put(widgets.name(), reader(widgets, in(embedded, widgets, pools)));
    }
    for (DatasourceSettings settings : plan.readers()) {
      readers.put(settings.name(), reader(settings, pools.apply(settings.name())));
    }
    return readers;
  }

  private static Map<String, Source> writers(
      DatabasePlan plan,
      @Nullable EmbeddedDatabase embedded,
      DataSource owner,
      Function<String, PoolSettings> pools) {
    Map<String, Source> writers = new LinkedHashMap<>();
    if (embedded != null && plan.optionsOnEmbedded()) {
      DatasourceSettings options = embedded.createOptionsWriter();
      writers.put(options.name(), writer(options, in(embedded, options, pools)));
    }
    for (DatasourceSettings settings : plan.writers()) {
      if (plan.isOwners(settings)) {
        WriterRights.grant(owner, settings);
      }
      writers.put(settings.name(), writer(settings, pools.apply(settings.name())));
    }
    return writers;
  }

  private static PoolSettings in(
      @Nullable EmbeddedDatabase embedded,
      DatasourceSettings settings,
      Function<String, PoolSettings> pools) {
    PoolSettings pool = pools.apply(settings.name());
    return embedded == null ? pool : embedded.in(pool, settings);
  }

  private static Source reader(DatasourceSettings settings, PoolSettings pool) {
    log(settings);
    return source(settings, Pools.reader(settings, pool));
  }

  private static Source writer(DatasourceSettings settings, PoolSettings pool) {
    log(settings);
    return source(settings, Pools.writer(settings, pool));
  }

  private static Source source(DatasourceSettings settings, ConnectionPool pool) {
    return new Source(pool, DatabasePlan.dialect(settings), label(settings));
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

  /** How many connections a reader has at most. */
  public int connections(String name) {
    return find(name).pool().getMaximumPoolSize();
  }

  /** The names that a widget's {@code datasource} may have; {@code default} is none of them. */
  public Set<String> readerNames() {
    return readers.keySet();
  }

  /**
   * The pool of a writer, for plain JDBC; what is not committed is lost.
   *
   * @param name a name out of {@link #writerNames}
   * @throws IllegalArgumentException when there is no writer of that name
   */
  public DataSource writer(String name) {
    Source writer = writers.get(name);
    if (writer == null) {
      throw new IllegalArgumentException(
          "there is no datasource \"%s\" for actions; there are %s"
              .formatted(name, writers.keySet()));
    }
    return writer.pool();
  }

  /** The names that an action's {@code datasource} may have; none while actions are off. */
  public Set<String> writerNames() {
    return writers.keySet();
  }

  /** The SQL dialect of a reader's or writer's database, known without connecting. */
  public SqlDialect dialect(String name) {
    Source writer = writers.get(name);
    return writer == null ? find(name).dialect() : writer.dialect();
  }

  /** A reader's address without user, password and parameters. */
  public String label(String name) {
    return find(name).label();
  }

  /** The names of all datasources, the owner's among them. */
  public Set<String> poolNames() {
    return pools().keySet();
  }

  /**
   * How busy the connections of a datasource are.
   *
   * @param name a name out of {@link #poolNames}
   */
  public PoolLoad pool(String name) {
    return source(name).pool().load();
  }

  /**
   * Whether the database of a datasource answers; may wait as long as a connection may take.
   *
   * @param name a name out of {@link #poolNames}
   */
  public DatasourceState state(String name) {
    return source(name).pool().state();
  }

  private Source source(String name) {
    Source source = pools().get(name);
    if (source == null) {
      throw new IllegalArgumentException("there is no datasource \"%s\"".formatted(name));
    }
    return source;
  }

  private Map<String, Source> pools() {
    Map<String, Source> pools = new LinkedHashMap<>();
    pools.put(DatabasePlan.DEFAULT, owner);
    pools.putAll(readers);
    pools.putAll(writers);
    return pools;
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
    return owner.pool();
  }

  /** The SQL dialect of the database that holds the product's tables. */
  public SqlDialect ownerDialect() {
    return owner.dialect();
  }

  /** Notes where this process answers. */
  void answersAt(String address) {
    if (embedded != null) {
      embedded.answersAt(address);
    }
  }

  private Source find(String name) {
    Source reader = readers.get(name);
    if (reader == null) {
      throw new IllegalArgumentException(
          "there is no datasource \"%s\" for queries; there are %s"
              .formatted(name, readers.keySet()));
    }
    return reader;
  }

  /** Closes writers and readers, then the owner, then the embedded database. */
  @Override
  public void close() {
    writers.values().forEach(writer -> writer.pool().close());
    readers.values().forEach(reader -> reader.pool().close());
    owner.pool().close();
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

package org.sqlwidgets.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 database inside this process, open from start to end.
 *
 * <p>One connection of the owner stays open: settings that are not stored live as long as it does,
 * and so does a database in memory. One file has one process.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final int ALREADY_OPEN = 90020;
  private static final String READER = "sql_widgets_reader";
  private static final String OPTIONS = "sql_widgets_options";
  private static final int PASSWORD_BYTES = 24;

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final H2Url url;
  private final DatasourceSettings owner;
  private final EmbeddedConnections connections;
  private final @Nullable HolderFile holderFile;

  private EmbeddedDatabase(
      H2Url url,
      DatasourceSettings owner,
      EmbeddedConnections connections,
      @Nullable HolderFile holderFile) {
    this.url = url;
    this.owner = owner;
    this.connections = connections;
    this.holderFile = holderFile;
  }

  /**
   * Opens the database, or creates it.
   *
   * @throws DatabaseHeldException when another process has the file open
   */
  static EmbeddedDatabase open(H2Url url, DatasourceSettings configured) {
    DatasourceSettings owner =
        new DatasourceSettings(
            configured.name(),
            url.forOwner(),
            Objects.requireNonNullElse(configured.username(), "sa"),
            Objects.requireNonNullElse(configured.password(), ""));
    HolderFile holderFile = url.file().map(HolderFile::new).orElse(null);
    url.file().ifPresent(EmbeddedDatabase::makeFolder);
    Connection connection = connect(url, owner, holderFile);
    if (holderFile != null) {
      refuseSecondInThisProcess(url, holderFile, connection);
      holderFile.write(HolderFile.Holder.thisProcess());
    }
    return new EmbeddedDatabase(
        url, owner, new EmbeddedConnections(url, owner, connection), holderFile);
  }

  /**
   * Makes the folder of the file, where there is none, for nobody else: rights inside the database
   * do not bind who reads or writes its file.
   */
  private static void makeFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      Files.createDirectories(folder, OURS_ALONE);
    } catch (IOException e) {
      LOG.debug("H2 will say that it cannot make {}", folder, e);
    }
  }

  private static Connection connect(
      H2Url url, DatasourceSettings owner, @Nullable HolderFile holderFile) {
    try {
      return DriverManager.getConnection(
          DatabasePlan.url(owner), owner.username(), owner.password());
    } catch (SQLException e) {
      if (e.getErrorCode() == ALREADY_OPEN) {
        Optional<HolderFile.Holder> holder =
            Optional.ofNullable(holderFile).flatMap(HolderFile::read);
        throw new DatabaseHeldException(heldText(url, holder.filter(HolderFile.Holder::mayRun)), e);
      }
      throw new DatabaseStartException(
          "cannot open the embedded database %s: %s; check %s"
              .formatted(url.label(), DriverMessage.of(e), url.key()),
          e);
    }
  }

  /** H2 lets the same process open a file twice; the second start would cut off the first. */
  private static void refuseSecondInThisProcess(
      H2Url url, HolderFile holderFile, Connection connection) {
    Optional<HolderFile.Holder> holder = holderFile.read();
    if (holder.filter(HolderFile.Holder.thisProcess()::isSameProcess).isPresent()) {
      closeQuietly(connection);
      throw new DatabaseHeldException(heldText(url, holder));
    }
  }

  private static String heldText(H2Url url, Optional<HolderFile.Holder> holder) {
    return "the embedded database %s is held by %s; stop it, or set %s to another file"
        .formatted(
            url.label(),
            holder.map(HolderFile.Holder::describe).orElse("another process"),
            url.key());
  }

  /** The settings of a pool of a user of this database. */
  PoolSettings in(PoolSettings pool, DatasourceSettings user) {
    return connections.in(pool, user);
  }

  /** The owner's connection with everything filled in. */
  DatasourceSettings owner() {
    return owner;
  }

  /**
   * Makes the user that runs the widgets' queries anew: SELECT on the schema {@code public}.
   *
   * <p>The password is new at each start and known to nobody. The product's two tables are readable
   * by everybody ({@code db/migration}).
   */
  DatasourceSettings createReader(String name) {
    String password = randomPassword();
    try (Statement statement = connections.kept().createStatement()) {
      statement.execute("DROP USER IF EXISTS " + READER);
      statement.execute("CREATE USER " + READER + " PASSWORD '" + password + "'");
      statement.execute("GRANT SELECT ON SCHEMA public TO " + READER);
      // With a WRITE_DELAY in its address H2 writes later; a process killed before would leave
      // tables
      // without the history of their migrations, and the next start would make them again.
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new DatabaseStartException(
          "cannot make the reader of the embedded database %s: %s"
              .formatted(url.label(), DriverMessage.of(e)),
          e);
    }
    return new DatasourceSettings(name, url.forReader(), READER, password);
  }

  /** Makes the user that changes options anew: rights on that table, and to note what it did. */
  DatasourceSettings createOptionsWriter() {
    String password = randomPassword();
    try (Statement statement = connections.kept().createStatement()) {
      statement.execute("DROP USER IF EXISTS " + OPTIONS);
      statement.execute("CREATE USER " + OPTIONS + " PASSWORD '" + password + "'");
      for (String grant : WriterRights.ofOptions(OPTIONS)) {
        statement.execute(grant);
      }
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new DatabaseStartException(
          "cannot make the user that changes options in the embedded database %s: %s"
              .formatted(url.label(), DriverMessage.of(e)),
          e);
    }
    return new DatasourceSettings(ActionsConfiguration.OPTIONS, url.forWriter(), OPTIONS, password);
  }

  /** Notes where this process answers, for a second one that finds the file open. */
  void answersAt(String address) {
    if (holderFile != null) {
      holderFile.write(HolderFile.Holder.thisProcess().at(address));
    }
  }

  /** Closes the last connection, and with it the database. */
  @Override
  public void close() {
    if (holderFile != null) {
      holderFile.remove();
    }
    connections.close();
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the embedded database: {}", e.getMessage());
    }
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package org.sqlwidgets.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlwidgets.sql.SqlDialect;

/**
 * Which databases are opened and in which role, decided from the settings alone.
 *
 * @param owner the connection that owns the product's tables
 * @param embedded the H2 database inside this process, if it is the owner's
 * @param readers datasources of their own that run the widgets' queries
 * @param writers datasources that run actions, and nothing else
 * @param widgetsOnEmbedded whether {@code widgets} is a reader on the embedded database
 * @param optionsOnEmbedded whether {@code options} is a writer on the embedded database
 * @param example whether the example data is loaded
 */
record DatabasePlan(
    DatasourceSettings owner,
    Optional<H2Url> embedded,
    List<DatasourceSettings> readers,
    List<DatasourceSettings> writers,
    boolean widgetsOnEmbedded,
    boolean optionsOnEmbedded,
    boolean example) {

  static final String DEFAULT = "default";
  static final String WIDGETS = "widgets";

  private static final String EMBEDDED_KEY = "sql-widgets.embedded-url";
  private static final String EMBEDDED_USER = "sa";

  DatabasePlan {
    readers = List.copyOf(readers);
    writers = List.copyOf(writers);
  }

  /**
   * Decides what is opened.
   *
   * @param given what was configured, by name; may be empty
   * @param ours the settings beside {@code datasources}
   * @param actions which datasources run actions
   * @throws DatabaseStartException when the settings do not fit together
   */
  static DatabasePlan of(
      Map<String, DatasourceSettings> given,
      DatabaseConfiguration ours,
      ActionsConfiguration actions) {
    given.values().forEach(DatabasePlan::requireAddress);
    DatasourceSettings owner = given.get(DEFAULT);
    Optional<H2Url> embedded;
    if (owner == null || owner.url() == null) {
      owner = new DatasourceSettings(DEFAULT, ours.embeddedUrl(), EMBEDDED_USER, "");
      embedded = Optional.of(embedded(ours.embeddedUrl()));
    } else {
      embedded = H2Url.inThisProcess(owner.key("url"), owner.url());
    }
    List<DatasourceSettings> readers = readers(given, actions);
    List<DatasourceSettings> writers = writers(given, actions);
    boolean widgetsGiven = readers.stream().anyMatch(reader -> reader.name().equals(WIDGETS));
    if (embedded.isEmpty() && !widgetsGiven) {
      throw widgetsMissing();
    }
    boolean nothingGiven = given.values().stream().allMatch(one -> one.url() == null);
    boolean example = Objects.requireNonNullElse(ours.example(), nothingGiven);
    boolean optionsGiven = writers.stream().anyMatch(writer -> isOptions(writer.name()));
    return new DatabasePlan(
        owner,
        embedded,
        readers,
        writers,
        !widgetsGiven,
        actions.enabled() && embedded.isPresent() && !optionsGiven,
        example);
  }

  private static H2Url embedded(String url) {
    return H2Url.inThisProcess(EMBEDDED_KEY, url)
        .orElseThrow(
            () ->
                new DatabaseStartException(
                    "%s is \"%s\"; expected a file or a database in memory, such as %s"
                        .formatted(EMBEDDED_KEY, url, DatabaseConfiguration.EMBEDDED_URL)));
  }

  /** What runs actions never runs queries, not even while actions are off. */
  private static List<DatasourceSettings> readers(
      Map<String, DatasourceSettings> given, ActionsConfiguration actions) {
    List<DatasourceSettings> readers = new ArrayList<>(new TreeMap<>(given).values());
    readers.removeIf(one -> one.name().equals(DEFAULT) || one.url() == null);
    readers.removeIf(one -> isWriter(one.name(), actions));
    return readers;
  }

  private static List<DatasourceSettings> writers(
      Map<String, DatasourceSettings> given, ActionsConfiguration actions) {
    if (!actions.enabled()) {
      return List.of();
    }
    List<DatasourceSettings> writers = new ArrayList<>(new TreeMap<>(given).values());
    writers.removeIf(one -> one.url() == null || !isWriter(one.name(), actions));
    String wanted = actions.datasource();
    if (wanted != null
        && !isOptions(wanted)
        && writers.stream().noneMatch(one -> one.name().equals(wanted))) {
      throw new DatabaseStartException(
          "%s is \"%s\", but datasources.%s.url is not set; set it, username and password"
              .formatted(ActionsConfiguration.DATASOURCE, wanted, wanted));
    }
    return writers;
  }

  private static boolean isWriter(String name, ActionsConfiguration actions) {
    return isOptions(name) || name.equals(actions.datasource());
  }

  private static boolean isOptions(String name) {
    return name.equals(ActionsConfiguration.OPTIONS);
  }

  /** Whether a datasource lies in the database that holds the product's tables. */
  boolean isOwners(DatasourceSettings settings) {
    return withoutParameters(url(settings)).equals(withoutParameters(url(owner)));
  }

  private static void requireAddress(DatasourceSettings given) {
    if (given.url() != null) {
      dialect(given);
    } else if (given.username() != null) {
      throw new DatabaseStartException(
          "%s is set, but %s is not; set the address of the database too"
              .formatted(given.key("username"), given.key("url")));
    }
  }

  private static DatabaseStartException widgetsMissing() {
    return new DatabaseStartException(
        "datasources.widgets.url is not set; datasources.default owns the product's tables and"
            + " never runs a widget's query: set datasources.widgets.url, username and password"
            + " to a role that may only SELECT");
  }

  /** The dialect of a datasource's address. */
  static SqlDialect dialect(DatasourceSettings settings) {
    String url = url(settings);
    if (url.startsWith("jdbc:postgresql:")) {
      return SqlDialect.POSTGRESQL;
    }
    if (url.startsWith(H2Url.PREFIX)) {
      return SqlDialect.H2;
    }
    throw new DatabaseStartException(
        "%s is \"%s\"; expected an address that starts with jdbc:postgresql: or jdbc:h2:"
            .formatted(settings.key("url"), withoutParameters(url)));
  }

  /** The address of a datasource that is known to have one. */
  static String url(DatasourceSettings settings) {
    if (settings.url() == null) {
      throw new IllegalStateException(settings.key("url") + " is null");
    }
    return settings.url();
  }

  /** The address without parameters, among which a password may be. */
  static String withoutParameters(String url) {
    int end = url.startsWith(H2Url.PREFIX) ? url.indexOf(';') : url.indexOf('?');
    return end < 0 ? url : url.substring(0, end);
  }
}

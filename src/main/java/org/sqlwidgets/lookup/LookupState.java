package org.sqlwidgets.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.EditRefusedException.Reason;

/**
 * One lookup of the database with all its options, as it is edited.
 *
 * @param name its one name
 * @param description what it offers, for people
 * @param query the query that gives the options; null when they are rows
 * @param datasource the datasource that runs the query
 * @param parentParam the param on which the options depend
 * @param enabled whether it is served
 * @param options the options in the order of the dropdown, those that are not offered too
 */
public record LookupState(
    String name,
    @Nullable String description,
    @Nullable String query,
    @Nullable String datasource,
    @Nullable String parentParam,
    boolean enabled,
    List<OptionEntry> options) {

  /** Takes a copy of the options. */
  public LookupState {
    options = List.copyOf(options);
  }

  /** Tells whether the options are rows, which may be edited. */
  public boolean isRows() {
    return query == null;
  }

  /**
   * The lookup, when its options are rows.
   *
   * @throws EditRefusedException when there is none, or its options come from a query
   */
  public static LookupState rows(Optional<LookupState> present) {
    LookupState state =
        present.orElseThrow(
            () ->
                new EditRefusedException(
                    Reason.MISSING,
                    "there is no lookup of this name in the database; /lookups lists them"));
    if (!state.isRows()) {
      throw new EditRefusedException(
          Reason.CONFLICT,
          "the options of lookup \"%s\" come from a query; change the query in sql_widgets.lookup"
              .formatted(state.name()));
    }
    return state;
  }

  /** The option of a number. */
  public Optional<OptionEntry> option(long id) {
    return options.stream().filter(option -> option.id() == id).findFirst();
  }

  /** The same lookup with other options. */
  LookupState with(List<OptionEntry> others) {
    return new LookupState(name, description, query, datasource, parentParam, enabled, others);
  }

  /** The same without options. */
  LookupState bare() {
    return with(List.of());
  }

  /** The options that are rows already, by number. */
  Map<Long, OptionEntry> byId() {
    return options.stream()
        .filter(option -> option.id() != OptionEntry.NEW)
        .collect(Collectors.toMap(OptionEntry::id, Function.identity()));
  }

  /** A digest of everything: equal when nothing has changed, else another. */
  public String version() {
    MessageDigest digest = sha256();
    add(digest, name, description, query, datasource, parentParam, enabled);
    options.forEach(option -> option.digest(part -> add(digest, part)));
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  /** With the length of each part in front, so that no two lists give the same bytes. */
  private static void add(MessageDigest digest, @Nullable Object... parts) {
    for (Object part : parts) {
      String text = String.valueOf(part);
      String counted = part == null ? "-;" : text.length() + ":" + text + ";";
      digest.update(counted.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
